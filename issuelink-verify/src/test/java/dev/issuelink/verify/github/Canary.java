package dev.issuelink.verify.github;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** Looks for secrets in all that is said: every logger at its finest, every failure, every text of every object. */
final class Canary implements AutoCloseable {
    private static final int PREFIX = 12;

    private final Set<String> forms = new LinkedHashSet<>();
    private final ConcurrentLinkedQueue<String> found = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> logged = new ConcurrentLinkedQueue<>();
    private final AtomicLong searched = new AtomicLong();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final java.util.logging.Logger jdk = java.util.logging.Logger.getLogger("");
    private final List<Appender<ILoggingEvent>> before = new ArrayList<>();
    private final Level levelBefore = root.getLevel();
    private final java.util.logging.@Nullable Level jdkLevelBefore = jdk.getLevel();
    private final List<Handler> handlersBefore = Arrays.asList(jdk.getHandlers());
    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            var cause = event.getThrowableProxy();
            logged.add(event.getLoggerName() + " " + event.getFormattedMessage() + " "
                    + Arrays.deepToString(event.getArgumentArray()) + event.getKeyValuePairs()
                    + event.getMDCPropertyMap() + (cause == null ? "" : ThrowableProxyUtil.asString(cause)));
        }
    };
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord record) {
            logged.add(record.getLoggerName() + " " + record.getMessage() + " "
                    + Arrays.deepToString(record.getParameters()) + text(record.getThrown()));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    /** Watches all loggers from now on; nothing of them is printed meanwhile. */
    Canary(String... secrets) {
        for (var secret : secrets) {
            add(secret);
        }
        for (Iterator<Appender<ILoggingEvent>> each = root.iteratorForAppenders(); each.hasNext(); ) {
            before.add(each.next());
        }
        before.forEach(root::detachAppender);
        appender.setContext(root.getLoggerContext());
        appender.start();
        root.addAppender(appender);
        root.setLevel(Level.TRACE);
        handlersBefore.forEach(jdk::removeHandler);
        handler.setLevel(java.util.logging.Level.ALL);
        jdk.addHandler(handler);
        jdk.setLevel(java.util.logging.Level.ALL);
    }

    private void add(String secret) {
        forms.add(secret.substring(0, PREFIX));
        var bytes = secret.getBytes(UTF_8);
        for (var encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder(), Base64.getMimeEncoder())) {
            forms.add(encoder.encodeToString(bytes).substring(0, PREFIX));
        }
        // Inside of a longer text, such as user:token, Base64 looks different at each of three offsets.
        for (var shift = 1; shift < 3; shift++) {
            var shifted = Base64.getEncoder().encodeToString(("x".repeat(shift) + secret).getBytes(UTF_8));
            forms.add(shifted.substring(4, 4 + PREFIX));
        }
        forms.add(URLEncoder.encode(secret, UTF_8).substring(0, PREFIX));
    }

    /** Adds something that betrays a secret made on the way, such as the beginning of every such token. */
    void alsoRefuse(String sign) {
        forms.add(sign);
    }

    void search(String place, @Nullable String text) {
        searched.incrementAndGet();
        if (text != null) {
            forms.stream()
                    .filter(text::contains)
                    .forEach(form -> found.add(place + ": " + text.substring(0, Math.min(text.length(), 600))));
        }
    }

    /** The failure with all its causes, as text and as every part says it. */
    void search(String place, Throwable failure) {
        search(place, text(failure));
        for (@Nullable Throwable at = failure; at != null; at = at.getCause()) {
            search(place, at.getMessage());
            search(place, at.toString());
            texts(place, at);
        }
    }

    /** What every object behind this one says of itself. */
    void texts(String place, Object root) {
        Reach.from(root, object -> {
            if (Reach.isOurs(object.getClass()) || object == root) {
                search(place + " toString of " + object.getClass().getName(), object.toString());
            }
        });
    }

    /** Everything that is kept behind this object, whether it says so or not. */
    void contents(String place, Object root) {
        Reach.from(root, object -> {
            if (object instanceof byte[] bytes) {
                search(place, new String(bytes, UTF_8));
            } else if (object instanceof CharSequence || Reach.isOurs(object.getClass())) {
                search(place, object.toString());
            }
        });
    }

    /** What was logged since the last time. */
    int searchLogs() {
        var lines = 0;
        for (var line = logged.poll(); line != null; line = logged.poll()) {
            search("log", line);
            lines++;
        }
        return lines;
    }

    List<String> found() {
        return List.copyOf(found);
    }

    long searched() {
        return searched.get();
    }

    private static String text(@Nullable Throwable failure) {
        var text = new StringWriter();
        if (failure != null) {
            failure.printStackTrace(new PrintWriter(text));
        }
        return text.toString();
    }

    @Override
    public void close() {
        root.detachAppender(appender);
        before.forEach(root::addAppender);
        root.setLevel(levelBefore);
        jdk.removeHandler(handler);
        handlersBefore.forEach(jdk::addHandler);
        jdk.setLevel(jdkLevelBefore);
    }
}
