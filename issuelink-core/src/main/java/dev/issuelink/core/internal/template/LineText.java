package dev.issuelink.core.internal.template;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * One line of a text while it is put together: of each character it is known whether the author vouches for it. Not for
 * several threads.
 */
final class LineText {
    /** Stands for Markdown that is finished and must be left alone. */
    static final char READY = '\uFDD5';

    private final StringBuilder chars = new StringBuilder();
    private final BitSet untrusted = new BitSet();
    private final BitSet plain = new BitSet();
    private final BitSet gaps = new BitSet();
    private final Map<Integer, String> ready = new HashMap<>();

    /** Adds text of the author, or of our own. */
    LineText fixed(CharSequence text) {
        chars.append(text);
        return this;
    }

    /** Adds a sign of the author's that stands for itself. */
    LineText plainSign(char sign) {
        plain.set(chars.length());
        chars.append(sign);
        return this;
    }

    /** Adds text that nobody vouches for. */
    LineText untrusted(String line) {
        untrusted.set(chars.length(), chars.length() + line.length());
        chars.append(line);
        return this;
    }

    /** Adds Markdown that is safe already. */
    LineText ready(String markdown) {
        ready.put(chars.length(), markdown);
        chars.append(READY);
        return this;
    }

    /** Adds a value that is empty. */
    LineText nothing() {
        gaps.set(chars.length());
        return this;
    }

    /** Takes a character out again. */
    void remove(int index) {
        chars.deleteCharAt(index);
        shift(untrusted, index);
        shift(plain, index);
        shift(gaps, index);
        var moved = new HashMap<Integer, String>();
        ready.forEach((at, markdown) -> moved.put(at > index ? at - 1 : at, markdown));
        ready.clear();
        ready.putAll(moved);
    }

    private static void shift(BitSet bits, int index) {
        for (int bit = bits.nextSetBit(index + 1); bit >= 0; bit = bits.nextSetBit(bit + 1)) {
            bits.set(bit - 1);
            bits.clear(bit);
        }
    }

    CharSequence text() {
        return chars;
    }

    int length() {
        return chars.length();
    }

    /** The character, or a line feed before the beginning and behind the end. */
    char at(int index) {
        return index < 0 || index >= chars.length() ? '\n' : chars.charAt(index);
    }

    /** The whole character that begins here. */
    int pointAt(int index) {
        return index < 0 || index >= chars.length() ? '\n' : chars.codePointAt(index);
    }

    /** The whole character that ends before here. */
    int pointBefore(int index) {
        return index <= 0 ? '\n' : chars.codePointBefore(index);
    }

    boolean isUntrusted(int index) {
        return untrusted.get(index);
    }

    /** Whether nobody vouches for one of the characters at least. */
    boolean isUntrusted(int from, int to) {
        var next = untrusted.nextSetBit(Math.max(from, 0));
        return next >= 0 && next < to;
    }

    boolean isFixed(int index) {
        return index >= 0 && index < chars.length() && !untrusted.get(index) && chars.charAt(index) != READY;
    }

    boolean isPlainSign(int index) {
        return plain.get(index);
    }

    boolean isGap(int index) {
        return gaps.get(index);
    }

    /** The finished Markdown that stands here. */
    String readyAt(int index) {
        return ready.getOrDefault(index, "");
    }

    /** The safe Markdown of the line. */
    String markdown(boolean entities) {
        return new Escaper(this, entities).write();
    }
}
