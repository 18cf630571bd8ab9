package dev.issuelink.demo;

import org.jspecify.annotations.Nullable;

/** The command line cannot be followed. */
final class WrongOption extends DemoFailure {
    private static final long serialVersionUID = 1L;

    WrongOption(String sentence) {
        super(sentence);
    }

    WrongOption(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
