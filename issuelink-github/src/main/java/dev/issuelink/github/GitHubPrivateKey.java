package dev.issuelink.github;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the private key of a GitHub App. GitHub hands it out as PKCS#1, the JDK reads PKCS#8 alone: the first is wrapped
 * into the second. What goes wrong is said without a character of the key.
 */
final class GitHubPrivateKey {
    private static final Pattern PEM =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----(.*?)-----END \\1-----", Pattern.DOTALL);
    private static final String HOW = " Give the whole file that GitHub offered for download, from"
            + " -----BEGIN RSA PRIVATE KEY----- to -----END RSA PRIVATE KEY-----.";
    private static final byte[] VERSION_AND_RSA = {
        0x02,
        0x01,
        0x00, // INTEGER 0
        0x30,
        0x0d, // SEQUENCE: AlgorithmIdentifier
        0x06,
        0x09,
        0x2a,
        (byte) 0x86,
        0x48,
        (byte) 0x86,
        (byte) 0xf7,
        0x0d,
        0x01,
        0x01,
        0x01, // OID rsaEncryption
        0x05,
        0x00 // NULL
    };
    private static final int SEQUENCE = 0x30;
    private static final int OCTET_STRING = 0x04;

    private GitHubPrivateKey() {}

    /**
     * Reads a key.
     *
     * @param pem the key as PEM; line ends may be lost or written as {@code \n}, as environment variables have them
     * @return the key
     * @throws IllegalArgumentException if it is no unencrypted RSA key; the message says what to do, and holds nothing of
     *     the key
     */
    static RSAPrivateKey read(String pem) {
        var matcher = PEM.matcher(pem.replace("\\r", "").replace("\\n", "\n"));
        if (!matcher.find()) {
            throw new IllegalArgumentException("The private key of the GitHub App is not in PEM form." + HOW);
        }
        return key(der(matcher));
    }

    private static byte[] der(Matcher matcher) {
        var type = matcher.group(1);
        if (type.contains("ENCRYPTED") || matcher.group(2).contains("ENCRYPTED")) {
            throw new IllegalArgumentException(
                    "The private key of the GitHub App is encrypted with a passphrase; give it without one.");
        }
        return switch (type) {
            case "RSA PRIVATE KEY" -> wrap(decode(matcher.group(2)));
            case "PRIVATE KEY" -> decode(matcher.group(2));
            default ->
                throw new IllegalArgumentException(
                        "The private key of the GitHub App is a \"" + type + "\", not an RSA private key." + HOW);
        };
    }

    private static byte[] decode(String base64) {
        try {
            return Base64.getDecoder().decode(base64.replaceAll("\\s", ""));
        } catch (IllegalArgumentException e) {
            throw damaged();
        }
    }

    private static RSAPrivateKey key(byte[] pkcs8) {
        try {
            return (RSAPrivateKey) KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        } catch (GeneralSecurityException e) {
            throw damaged();
        }
    }

    /** Without a cause: nobody promises that the JDK's own message shows nothing of the key. */
    private static IllegalArgumentException damaged() {
        return new IllegalArgumentException("The private key of the GitHub App is damaged or not an RSA key." + HOW);
    }

    private static byte[] wrap(byte[] pkcs1) {
        var inner = new ByteArrayOutputStream(pkcs1.length + 40);
        inner.writeBytes(VERSION_AND_RSA);
        writeElement(inner, OCTET_STRING, pkcs1);
        var outer = new ByteArrayOutputStream(inner.size() + 8);
        writeElement(outer, SEQUENCE, inner.toByteArray());
        return outer.toByteArray();
    }

    private static void writeElement(ByteArrayOutputStream out, int tag, byte[] content) {
        out.write(tag);
        if (content.length < 0x80) {
            out.write(content.length);
        } else {
            var octets = (Integer.SIZE - Integer.numberOfLeadingZeros(content.length) + 7) / 8;
            out.write(0x80 | octets);
            for (var octet = octets - 1; octet >= 0; octet--) {
                out.write(content.length >>> (8 * octet));
            }
        }
        out.writeBytes(content);
    }
}
