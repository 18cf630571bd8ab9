package dev.issuelink.testkit.github;

/** A person, an organization or an App's bot; {@code type} is User, Organization or Bot. */
record Account(long id, String login, String type) {

    boolean is(String other) {
        return login.equalsIgnoreCase(other);
    }
}
