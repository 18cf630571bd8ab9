package dev.issuelink.error;

/** Why a tracker did not do what it was asked, in the same words for every tracker. */
public enum ErrorCode {
    /** The credential is missing, wrong, expired or revoked. Repeating the call with the same credential cannot help. */
    AUTHENTICATION,
    /** The credential is good but may not do this. */
    PERMISSION,
    /** Nothing is there, or the tracker hides it from this credential; most trackers do not tell these apart. */
    NOT_FOUND,
    /** It was there and was deleted, or the feature is switched off for the project. */
    GONE,
    /** The tracker refused the content; {@link TrackerException#fieldFaults()} names the fields where it told. */
    VALIDATION,
    /** The target changed meanwhile, or such a thing exists already. */
    CONFLICT,
    /** A limit of the tracker is used up; {@link TrackerException#retryAt()} says when to come back. */
    RATE_LIMITED,
    /** The tracker could not be reached or failed by itself; a later call may succeed. */
    UNAVAILABLE,
    /** This tracker, or this credential, cannot do it at all. */
    UNSUPPORTED,
    /** The tracker answered in a form that we cannot read: HTML, truncated JSON, a missing identity. */
    PROTOCOL,
    /**
     * A write may or may not have been carried out: it left, and no answer came. It must not be repeated before the
     * tracker was searched for its marker.
     */
    OUTCOME_UNKNOWN,
    /** The calling thread was interrupted, or the operation was cancelled, before anything was sent. */
    CANCELLED
}
