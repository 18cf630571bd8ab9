package dev.issuelink.http;

import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.random.RandomGenerator;

/**
 * A file as the one part of a {@code multipart/form-data} body. It is read while it is sent.
 *
 * @param field the name of the form's field
 * @param fileName the name that the tracker is told
 * @param mediaType the file's media type
 * @param content where the bytes are
 */
record Multipart(String field, String fileName, String mediaType, Path content) {
    /** Checks what would step out of a header. */
    Multipart {
        if (mediaType.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a media type must not hold control characters");
        }
    }

    /** What stands between the parts; nobody who wrote the file can know it. */
    static String boundary(RandomGenerator random) {
        return "issuelink-" + Long.toHexString(random.nextLong()) + Long.toHexString(random.nextLong());
    }

    BodyPublisher body(String boundary) throws FileNotFoundException {
        var head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + quoted(field) + "\"; filename=\""
                + quoted(fileName) + "\"\r\nContent-Type: " + mediaType + "\r\n\r\n";
        return BodyPublishers.concat(
                BodyPublishers.ofString(head, StandardCharsets.UTF_8),
                BodyPublishers.ofFile(content),
                BodyPublishers.ofString("\r\n--" + boundary + "--\r\n", StandardCharsets.UTF_8));
    }

    /** As browsers do it. */
    private static String quoted(String name) {
        return name.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
    }
}
