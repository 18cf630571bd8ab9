package dev.issuelink.store;

import java.util.Optional;

/**
 * Secrets that trackers exchanged, sealed by the host's {@link dev.issuelink.host.Cipher}. It takes and gives sealed
 * bytes only, never looks into them and never sees a key; nobody saves anything else here. Arrays are copied on both ways.
 */
public interface SecretStore {
    /**
     * Looks up what is kept. It is only a look: nobody who saves or removes it is held up, so whoever saves what depends
     * on it holds a lease meanwhile.
     *
     * @param name what it is kept as
     * @return the sealed bytes, or empty if nothing is kept as that
     */
    Optional<byte[]> find(String name);

    /**
     * Keeps something in place of what was kept before.
     *
     * @param name what it is to be kept as
     * @param sealed the sealed bytes
     */
    void save(String name, byte[] sealed);

    /**
     * Forgets what is kept.
     *
     * @param name what it is kept as
     * @return false if nothing was
     */
    boolean remove(String name);
}
