package dev.issuelink.demo;

import org.jspecify.annotations.Nullable;

/** Ends the demo. Its message is the one sentence that the user reads. */
class DemoFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DemoFailure(String sentence) {
        super(sentence);
    }

    DemoFailure(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
