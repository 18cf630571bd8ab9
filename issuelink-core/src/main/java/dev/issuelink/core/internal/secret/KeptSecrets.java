package dev.issuelink.core.internal.secret;

import dev.issuelink.config.SecretReference;
import dev.issuelink.error.IssueLinkException;
import dev.issuelink.error.StoreException;
import dev.issuelink.host.Cipher;
import dev.issuelink.host.Secret;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Secrets that trackers exchanged, sealed by the host's cipher in the store. Looked up anew for every use, so that what
 * one node exchanged is known to all. What a host configures anew wins: an exchanged value belongs to the configured one
 * that it came from. All methods throw {@link StoreException}, without secrets.
 */
public final class KeptSecrets {
    private final WatchedStores stores;
    private final Cipher cipher;

    public KeptSecrets(WatchedStores stores, Cipher cipher) {
        this.stores = stores;
        this.cipher = cipher;
    }

    /** The value that a configured one was exchanged for. */
    public Optional<Secret> find(SecretReference reference, Secret configured) {
        return exchanged(reference).find(reference, configured);
    }

    /** All values that any of those was exchanged for and that may be alive. */
    public List<Secret> findAll(Collection<SecretReference> references) {
        var found = stores.inAnyTransaction(transaction -> {
            var sealed = new LinkedHashMap<SecretReference, byte[]>();
            for (var reference : references) {
                transaction.secrets().find(reference.name()).ifPresent(bytes -> sealed.put(reference, bytes));
            }
            return Map.copyOf(sealed);
        });
        var values = new ArrayList<Secret>();
        found.forEach((reference, bytes) -> values.addAll(open(reference, bytes).values()));
        return values;
    }

    /** Keeps the value that a configured one was exchanged for. Only one at a time may do so. */
    public void keep(SecretReference reference, Secret configured, Secret value) {
        var next = exchanged(reference).with(reference, configured, value);
        var sealed = worded(reference, () -> cipher.seal(reference.toString(), next.toBytes()));
        stores.inAnyTransaction(transaction -> {
            transaction.secrets().save(reference.name(), sealed);
            return true;
        });
    }

    /** Forgets what is kept, since the host keeps it itself. */
    public void forget(SecretReference reference) {
        stores.inAnyTransaction(transaction -> transaction.secrets().remove(reference.name()));
    }

    private Exchanged exchanged(SecretReference reference) {
        return stores.inAnyTransaction(transaction -> transaction.secrets().find(reference.name()))
                .map(bytes -> open(reference, bytes))
                .orElseGet(Exchanged::nothing);
    }

    private Exchanged open(SecretReference reference, byte[] sealed) {
        return Exchanged.of(reference, worded(reference, () -> cipher.open(reference.toString(), sealed)));
    }

    // A cipher of the host may throw anything, and nobody knows what stands in its words.
    private static byte[] worded(SecretReference reference, Supplier<byte[]> work) {
        try {
            return work.get();
        } catch (IssueLinkException known) {
            throw known;
        } catch (RuntimeException failure) {
            throw new StoreException(
                    "The host's cipher failed at " + reference + " with "
                            + failure.getClass().getName() + "; see that what it needs can be reached.",
                    null);
        }
    }
}
