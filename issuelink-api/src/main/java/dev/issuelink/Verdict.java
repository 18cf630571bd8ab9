package dev.issuelink;

/** What an event comes to under one rule in one tracker. The table of all cases stands in {@code docs/exactly-one.md}. */
public enum Verdict {
    /** It is the first of its kind and opens an issue. */
    OPENED,
    /** Its issue was closed too long ago; a new one is opened that names the old. */
    OPENED_AGAIN,
    /** Its issue was closed a short while ago and is opened again. */
    REOPENED,
    /** Its issue is open, or about to be; it is counted, and told of in a comment with others. */
    COUNTED,
    /** Too many issues were opened already; it is listed in the rule's roll-up issue. */
    ROLLED_UP,
    /** It says that the problem is over: the issue is commented and closed, or will be as soon as it is open. */
    RESOLVED,
    /** It says that the problem is over, but that comes and goes: the issue is closed after a quiet time. */
    DAMPED,
    /** It says that the problem is over, and the rule wants no more than a comment. */
    NOTED,
    /** It says that the problem is over, and the rule does not want to know. */
    IGNORED,
    /** It is the very event that came last; nothing happens. */
    REPEATED,
    /** It is older than what is known already; nothing happens. */
    STALE,
    /** A person decided against its issue; it is counted, and nothing is written. */
    DECLINED,
    /** There is nothing open that it could end. */
    NOTHING_OPEN,
    /** The rule's condition does not hold. */
    NOT_MATCHED,
    /** The rule's condition could not be evaluated. */
    CONDITION_FAILED
}
