package dev.issuelink.core.internal.guard.secret;

/** A text that can be looked at often, but not without end: a pattern may need more time than there is. */
final class PatientText implements CharSequence {
    private static final long LOOKS = 200_000;
    private static final long LOOKS_PER_SIGN = 500;

    private final String text;
    private final long patience;
    private long looks;

    PatientText(String text) {
        this(text, LOOKS + LOOKS_PER_SIGN * text.length());
    }

    PatientText(String text, long patience) {
        this.text = text;
        this.patience = patience;
    }

    @Override
    public char charAt(int index) {
        if (++looks > patience) {
            throw new IllegalStateException("a pattern takes too long");
        }
        return text.charAt(index);
    }

    /** How often it was looked at so far. */
    long looks() {
        return looks;
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
