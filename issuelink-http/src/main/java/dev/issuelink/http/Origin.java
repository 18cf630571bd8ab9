package dev.issuelink.http;

import java.net.URI;
import java.util.Locale;

/** Where credentials may go: scheme, host and port. */
record Origin(String scheme, String host, int port) {
    static Origin of(URI uri) {
        if (uri.getScheme() == null || uri.getHost() == null) {
            return new Origin("", "", -1);
        }
        var scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        var standard = scheme.equals("https") ? 443 : 80;
        return new Origin(scheme, uri.getHost().toLowerCase(Locale.ROOT), uri.getPort() < 0 ? standard : uri.getPort());
    }

    /** Whether credentials for this origin may be sent there; a URL with a user in it never qualifies. */
    boolean covers(URI uri) {
        return equals(of(uri)) && uri.getRawUserInfo() == null;
    }

    @Override
    public String toString() {
        return scheme + "://" + host + ":" + port;
    }
}
