package dev.issuelink.core.internal.claim;

import dev.issuelink.event.DatabaseEvent;
import dev.issuelink.model.ObjectKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Digests that tell problems and events apart. One way only, so nothing of a host's data can be read from them. */
public final class Fingerprints {
    private Fingerprints() {}

    /**
     * What all events of one problem have in common.
     *
     * @param discriminator what tells problems of one object apart
     */
    public static String ofProblem(String rule, String tracker, ObjectKey object, String discriminator) {
        return digest("problem", rule, tracker, object.type().name(), object.qualifiedName(), discriminator);
    }

    /** What all events have in common that a rule holds back in a tracker. */
    public static String ofRollUp(String rule, String tracker) {
        return digest("roll-up", rule, tracker);
    }

    /** What tells an event from every other one. */
    public static String ofEvent(DatabaseEvent event) {
        var digest = sha256();
        add(digest, event.type().name());
        add(digest, event.object().key().type().name());
        add(digest, event.object().key().qualifiedName());
        add(digest, event.occurredAt().toString());
        addValue(digest, event.attributes().asMap());
        return HexFormat.of().formatHex(digest.digest(), 0, 16);
    }

    /** A digest of several texts, in order. */
    public static String digest(String... parts) {
        var digest = sha256();
        for (var part : parts) {
            add(digest, part);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void addValue(MessageDigest digest, Object value) {
        if (value instanceof Map<?, ?> tree) {
            add(digest, "{" + tree.size());
            tree.forEach((name, each) -> {
                add(digest, String.valueOf(name));
                addValue(digest, each);
            });
        } else if (value instanceof List<?> list) {
            add(digest, "[" + list.size());
            list.forEach(each -> addValue(digest, each));
        } else {
            add(digest, value.getClass().getSimpleName());
            add(digest, value.toString());
        }
    }

    // Each part carries its length, so that no two different lists have the same bytes.
    private static void add(MessageDigest digest, String part) {
        var bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
