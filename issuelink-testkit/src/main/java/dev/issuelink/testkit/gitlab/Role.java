package dev.issuelink.testkit.gitlab;

/** Access levels, as numbers on the wire. */
final class Role {
    static final int GUEST = 10;
    static final int PLANNER = 15;
    static final int MAINTAINER = 40;
    static final int OWNER = 50;

    private Role() {}
}
