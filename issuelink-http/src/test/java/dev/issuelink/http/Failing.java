package dev.issuelink.http;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.issuelink.error.TrackerException;

/** Shorthands of the tests. */
final class Failing {
    private Failing() {}

    /** The tracker's exception that a call must throw. */
    static TrackerException failure(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        var failure = catchThrowableOfType(TrackerException.class, call);
        if (failure == null) {
            throw new AssertionError("nothing was thrown");
        }
        return failure;
    }

    static HttpCall get() {
        return HttpCall.get("getThing").path("x").build();
    }

    static HttpCall post() {
        return HttpCall.post("createThing")
                .path("x")
                .json(java.util.Map.of("a", 1))
                .build();
    }

    static HttpCall patch() {
        return HttpCall.patch("updateThing")
                .path("x")
                .json(java.util.Map.of("a", 1))
                .build();
    }
}
