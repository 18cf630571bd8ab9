package dev.issuelink.http;

import dev.issuelink.host.Secret;

/** Has one more credential after the first was refused. */
final class RenewingAuthenticator implements Authenticator {
    private final String later;
    private volatile String present;

    RenewingAuthenticator(String first, String later) {
        this.present = first;
        this.later = later;
    }

    @Override
    public Credential authenticate(HttpCall call) {
        return Credential.bearer(Secret.of(present));
    }

    @Override
    public boolean refresh(HttpCall call, Credential refused) {
        present = later;
        return true;
    }
}
