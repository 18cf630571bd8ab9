package dev.issuelink.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.issuelink.InboundWebhooks;
import dev.issuelink.spi.WebhookRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;

/**
 * Where the tracker reaches this host. All that a web layer has to do: read the raw body, hand it on with the headers,
 * and answer with the receipt's status.
 */
final class WebhookEndpoint implements AutoCloseable {
    private static final String PATH = "/webhooks/tracker";
    /** Above what any tracker sends; a body beyond it is not read to its end. */
    private static final int LARGEST_BODY = 26 * 1024 * 1024;

    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int TOO_LARGE = 413;
    private static final int NO_BODY = -1;

    private final HttpServer server;
    private final Deliveries deliveries = new Deliveries();

    private WebhookEndpoint(HttpServer server) {
        this.server = server;
    }

    /** Takes a free port. Nobody is answered before {@link #serve}. */
    static WebhookEndpoint open() {
        try {
            return new WebhookEndpoint(
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        } catch (IOException e) {
            throw new DemoFailure("No port of this machine could be opened for webhooks: " + e.getMessage() + ".", e);
        }
    }

    URI url() {
        var address = server.getAddress();
        return URI.create("http://%s:%d%s".formatted(address.getAddress().getHostAddress(), address.getPort(), PATH));
    }

    Deliveries deliveries() {
        return deliveries;
    }

    /** Hands what arrives to the engine. */
    void serve(InboundWebhooks webhooks, String tracker) {
        server.createContext(PATH, exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(answer(exchange, webhooks, tracker), NO_BODY);
                deliveries.arrive();
            }
        });
        server.start();
    }

    private static int answer(HttpExchange exchange, InboundWebhooks webhooks, String tracker) throws IOException {
        if (!exchange.getRequestMethod().equals("POST")) {
            return METHOD_NOT_ALLOWED;
        }
        var body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            return TOO_LARGE;
        }
        return webhooks.receive(tracker, WebhookRequest.of(exchange.getRequestHeaders(), body))
                .httpStatus();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
