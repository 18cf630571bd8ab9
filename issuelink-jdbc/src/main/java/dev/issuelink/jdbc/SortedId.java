package dev.issuelink.jdbc;

import java.util.Arrays;

/**
 * Ids as bytes that sort as {@link String#compareTo} sorts the ids: UTF-8, but with each half of a surrogate pair
 * written by itself. Plain ids are legible in the database.
 */
final class SortedId {
    /** What the index of every database can take. */
    private static final int MOST_BYTES = 1_000;

    private static final int MOST_BYTES_OF_A_CHAR = 3;

    private SortedId() {}

    static byte[] encode(String id) {
        var bytes = new byte[Math.multiplyExact(id.length(), MOST_BYTES_OF_A_CHAR)];
        var size = 0;
        for (var place = 0; place < id.length(); place++) {
            size = put(id.charAt(place), bytes, size);
        }
        return Arrays.copyOf(bytes, size);
    }

    private static int put(char letter, byte[] bytes, int at) {
        var size = at;
        if (letter < 0x80) {
            bytes[size++] = (byte) letter;
        } else if (letter < 0x800) {
            bytes[size++] = (byte) (0xc0 + (letter >> 6));
            bytes[size++] = tail(letter);
        } else {
            bytes[size++] = (byte) (0xe0 + (letter >> 12));
            bytes[size++] = tail(letter >> 6);
            bytes[size++] = tail(letter);
        }
        return size;
    }

    private static byte tail(int bits) {
        return (byte) (0x80 + (bits & 0x3f));
    }

    /** The bytes of an id that is to be kept. */
    static byte[] checked(String id) {
        var bytes = encode(id);
        if (bytes.length > MOST_BYTES) {
            throw new IllegalArgumentException(
                    "This store takes ids and fingerprints of at most %d bytes, not %d: %s..."
                            .formatted(MOST_BYTES, bytes.length, id.substring(0, 60)));
        }
        return bytes;
    }

    static String decode(byte[] bytes) {
        var id = new StringBuilder(bytes.length);
        for (var place = 0; place < bytes.length; ) {
            var first = bytes[place] & 0xff;
            if (first < 0x80) {
                id.append((char) first);
                place++;
            } else if (first < 0xe0) {
                id.append((char) (((first & 0x1f) << 6) + bits(bytes[place + 1])));
                place += 2;
            } else {
                id.append((char) (((first & 0x0f) << 12) + (bits(bytes[place + 1]) << 6) + bits(bytes[place + 2])));
                place += MOST_BYTES_OF_A_CHAR;
            }
        }
        return id.toString();
    }

    private static int bits(byte tail) {
        return tail & 0x3f;
    }
}
