package dev.issuelink.testkit.internal;

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
public final class Poster {

    /** As long as GitHub and GitLab give a receiver. */
    private static final int TIMEOUT_MILLIS = 10_000;

    /** Status 0 of an attempt that got no answer. */
    private static final int NO_ANSWER = 0;

    private Poster() {}

    /** The receiver's status, or 0 when there was none. Redirects are not followed. */
    public static int send(String url, Map<String, String> headers, byte[] body) {
        try {
            HttpURLConnection connection = (HttpURLConnection) new URL(url).openConnection();
            try {
                return post(connection, headers, body);
            } finally {
                connection.disconnect();
            }
        } catch (IOException | ClassCastException e) {
            return NO_ANSWER;
        }
    }

    private static int post(HttpURLConnection connection, Map<String, String> headers, byte[] body) throws IOException {
        connection.setRequestMethod("POST");
        connection.setInstanceFollowRedirects(false);
        connection.setConnectTimeout(TIMEOUT_MILLIS);
        connection.setReadTimeout(TIMEOUT_MILLIS);
        connection.setDoOutput(true);
        connection.setFixedLengthStreamingMode(body.length);
        for (Map.Entry<String, String> header : headers.entrySet()) {
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
