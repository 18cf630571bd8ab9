package dev.issuelink.http.internal;

import java.net.URI;

/** Resolves references against the URL of the answer they stand in, as RFC 3986 has it. */
public final class References {
    private References() {}

    /**
     * Resolves a reference. The JDK follows the older RFC 2396, by which an empty path, as in {@code ?page=2}, would lose
     * the last segment of the base.
     *
     * @param base an absolute URL
     * @param reference a URL, absolute or relative
     * @return an absolute URL
     */
    public static URI resolve(URI base, URI reference) {
        var sameDocument = reference.getScheme() == null
                && reference.getRawAuthority() == null
                && reference.getRawPath().isEmpty();
        if (!sameDocument) {
            return base.resolve(reference);
        }
        var query = reference.getRawQuery() == null ? base.getRawQuery() : reference.getRawQuery();
        return base.resolve(base.getRawPath() + (query == null ? "" : "?" + query));
    }
}
