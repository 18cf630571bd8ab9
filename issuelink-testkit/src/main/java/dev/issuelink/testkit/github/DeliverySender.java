package dev.issuelink.testkit.github;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.util.Map;

/**
 * Posts deliveries. On Java 17 the JDK's newer client cannot be closed and would leave its thread behind; this one
 * has no thread. With a fixed length it does not repeat a POST by itself either.
 */
final class DeliverySender {

    /** GitHub gives a receiver ten seconds. */
    private static final int TIMEOUT_MILLIS = 10_000;

    private DeliverySender() {}

    /** The receiver's status, or 0 when there was none. Redirects are not followed. */
    static int send(FakeDelivery delivery) {
        try {
            HttpURLConnection connection = (HttpURLConnection) new URL(delivery.url).openConnection();
            try {
                return post(connection, delivery);
            } finally {
                connection.disconnect();
            }
        } catch (IOException | ClassCastException e) {
            return FakeDelivery.NO_ANSWER;
        }
    }

    private static int post(HttpURLConnection connection, FakeDelivery delivery) throws IOException {
        byte[] body = delivery.body();
        connection.setRequestMethod("POST");
        connection.setInstanceFollowRedirects(false);
        connection.setConnectTimeout(TIMEOUT_MILLIS);
        connection.setReadTimeout(TIMEOUT_MILLIS);
        connection.setDoOutput(true);
        connection.setFixedLengthStreamingMode(body.length);
        for (Map.Entry<String, String> header : delivery.headers().entrySet()) {
            connection.setRequestProperty(header.getKey(), header.getValue());
        }
        connection.setRequestProperty("Connection", "close");
        try (OutputStream out = connection.getOutputStream()) {
            out.write(body);
        }
        int status = connection.getResponseCode();
        try (InputStream in = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            if (in != null) {
                in.transferTo(OutputStream.nullOutputStream());
            }
        }
        return status;
    }
}
