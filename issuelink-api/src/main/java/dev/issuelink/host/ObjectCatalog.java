package dev.issuelink.host;

import dev.issuelink.model.ObjectReference;
import java.util.List;

/**
 * The host's objects by whose names links are detected in the text of issues. Asked once when the engine starts and
 * once for every synchronisation, on the thread that starts it or synchronises. What it throws ends that.
 */
@FunctionalInterface
public interface ObjectCatalog {
    /**
     * The objects as they are now.
     *
     * @return the objects; empty if nothing is to be detected
     */
    List<ObjectReference> objects();
}
