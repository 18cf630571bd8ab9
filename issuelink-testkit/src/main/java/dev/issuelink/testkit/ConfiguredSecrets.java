package dev.issuelink.testkit;

import dev.issuelink.config.SecretReference;
import dev.issuelink.host.Secret;
import dev.issuelink.spi.TrackerContext;
import java.util.ArrayList;
import java.util.List;

/** The secrets of an adapter that was configured: those named there, or the tracker's own if none is. */
record ConfiguredSecrets(TrackerContext context, Secret own) implements InMemoryWebhooks.Secrets {
    @Override
    public List<Secret> accepted() {
        var accepted = new ArrayList<Secret>();
        context.config().sync().webhookSecrets().forEach(reference -> accepted.add(context.secret(reference)));
        return accepted.isEmpty() ? List.of(own) : accepted;
    }

    @Override
    public Secret resolve(SecretReference reference) {
        return context.secret(reference);
    }
}
