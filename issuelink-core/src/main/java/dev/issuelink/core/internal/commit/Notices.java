package dev.issuelink.core.internal.commit;

import dev.issuelink.host.HostListener;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What the host is to be told once a transaction is committed. Belongs to one transaction. */
public final class Notices {
    private final List<Consumer<HostListener>> notices = new ArrayList<>();

    /** Adds something to tell. */
    public void add(Consumer<HostListener> notice) {
        notices.add(notice);
    }

    List<Consumer<HostListener>> all() {
        return notices;
    }
}
