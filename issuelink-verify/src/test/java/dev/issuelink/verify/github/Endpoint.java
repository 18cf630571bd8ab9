package dev.issuelink.verify.github;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.issuelink.WebhookReceipt;
import dev.issuelink.core.IssueLinkEngine;
import dev.issuelink.spi.WebhookRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The web layer of a host: hands what comes in to the engine, and answers what the engine says. */
final class Endpoint implements AutoCloseable {
    final List<WebhookReceipt> receipts = new CopyOnWriteArrayList<>();
    private final AtomicReference<@Nullable IssueLinkEngine> engine = new AtomicReference<>();
    private final HttpServer server;

    Endpoint() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/hooks/code", this::receive);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hooks/code";
    }

    void handTo(IssueLinkEngine receiver) {
        engine.set(receiver);
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            var request = WebhookRequest.of(
                    exchange.getRequestHeaders(), exchange.getRequestBody().readAllBytes());
            var receipt = Objects.requireNonNull(engine.get()).webhooks().receive(Site.TRACKER, request);
            receipts.add(receipt);
            exchange.sendResponseHeaders(receipt.httpStatus(), -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
