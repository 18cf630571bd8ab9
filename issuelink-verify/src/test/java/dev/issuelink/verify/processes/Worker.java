package dev.issuelink.verify.processes;

import ch.qos.logback.classic.Level;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A host in a process of its own. It is given orders on its standard input and answers each of them with a line on its
 * standard output; its log goes to the standard error. When its input ends, it ends.
 */
public final class Worker {
    static final String READY = "ready";
    static final String ANSWER = "answer ";
    static final String END = "end";

    private final BlockingQueue<String> orders = new LinkedBlockingQueue<>();
    private final PrintStream answers =
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);

    private Worker() {}

    /** Works until it is told to end. */
    public static void main(String[] arguments) throws InterruptedException {
        new Worker().work(Setting.of(arguments));
    }

    private void work(Setting setting) throws InterruptedException {
        // Nothing but answers may stand among the answers.
        System.setOut(System.err);
        ((ch.qos.logback.classic.Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.INFO);
        var listening = new Thread(this::listen, "orders");
        listening.setDaemon(true);
        listening.start();
        try (var host = Host.open(setting, this::say)) {
            say(READY);
            for (var order = orders.take(); !order.equals(END); order = orders.take()) {
                say(ANSWER + host.answer(order));
            }
        }
        say(ANSWER + END);
    }

    private void listen() {
        try (var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                orders.add(line);
                if (line.equals(END)) {
                    return;
                }
            }
        } catch (IOException broken) {
            LoggerFactory.getLogger(Worker.class).warn("The orders broke off", broken);
        }
        Runtime.getRuntime().halt(1);
    }

    private synchronized void say(String line) {
        answers.println(line);
    }
}
