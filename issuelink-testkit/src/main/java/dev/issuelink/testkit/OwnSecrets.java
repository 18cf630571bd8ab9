package dev.issuelink.testkit;

import dev.issuelink.config.SecretReference;
import dev.issuelink.host.Secret;
import java.util.List;

/** The secrets of an adapter that was made without a configuration: any reference is good for the tracker's own. */
record OwnSecrets(Secret own) implements InMemoryWebhooks.Secrets {
    @Override
    public List<Secret> accepted() {
        return List.of(own);
    }

    @Override
    public Secret resolve(SecretReference reference) {
        return own;
    }
}
