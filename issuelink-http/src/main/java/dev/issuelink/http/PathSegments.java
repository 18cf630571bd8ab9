package dev.issuelink.http;

import java.util.Arrays;
import java.util.List;

/** Checks the segments of a path. */
final class PathSegments {
    private PathSegments() {}

    static List<String> of(Object... segments) {
        return Arrays.stream(segments).map(PathSegments::checked).toList();
    }

    // "." and ".." would be resolved away by servers and proxies, even percent-encoded, and reach another resource.
    private static String checked(Object segment) {
        var text = segment.toString();
        if (text.isEmpty() || text.equals(".") || text.equals("..")) {
            throw new IllegalArgumentException("a path segment must not be empty, \".\" or \"..\"");
        }
        return text;
    }
}
