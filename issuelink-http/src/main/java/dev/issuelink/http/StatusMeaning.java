package dev.issuelink.http;

import dev.issuelink.error.ErrorCode;

/** What HTTP itself says of a status outside 2xx. */
final class StatusMeaning {
    private StatusMeaning() {}

    static TrackerFailure of(int status) {
        return switch (status) {
            case 401 ->
                failure(ErrorCode.AUTHENTICATION, status, "Check that the credential is right and not expired.");
            case 403 -> failure(ErrorCode.PERMISSION, status, "Give the credential the permission it lacks.");
            case 404 -> failure(ErrorCode.NOT_FOUND, status, "It is not there, or hidden from this credential.");
            case 409, 412 -> failure(ErrorCode.CONFLICT, status, "Read it again and repeat the change.");
            case 410, 451 -> failure(ErrorCode.GONE, status, "It was removed.");
            case 400, 413, 415, 422 -> failure(ErrorCode.VALIDATION, status, "The tracker refused the content.");
            case 405, 501 -> failure(ErrorCode.UNSUPPORTED, status, "The tracker does not know this operation.");
            case 429 -> failure(ErrorCode.RATE_LIMITED, status, "Come back later.");
            case 408 -> failure(ErrorCode.UNAVAILABLE, status, "Try again later.");
            default ->
                status >= 500
                        ? failure(ErrorCode.UNAVAILABLE, status, "The tracker failed; try again later.")
                        : failure(ErrorCode.PROTOCOL, status, "This status was not expected here.");
        };
    }

    private static TrackerFailure failure(ErrorCode code, int status, String advice) {
        return TrackerFailure.of(code, "Status " + status + ". " + advice);
    }
}
