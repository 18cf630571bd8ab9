package dev.issuelink.testkit;

import dev.issuelink.model.Cursor;
import dev.issuelink.model.Listing;
import dev.issuelink.model.Page;
import dev.issuelink.spi.Capability;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Supplier;

/** A listing of the tracker in memory: each page is a call of its own, going on after the last position it saw. */
final class PagedListing<T> implements Listing<T> {
    /** A thing in its place; without an item it is of another kind and counts as skipped. */
    record Slot<T>(long position, Optional<T> item) {}

    private final CallGate gate;
    private final String operation;
    private final Capability capability;
    private final int pageSize;
    private final Supplier<List<Slot<T>>> slots;

    PagedListing(CallGate gate, String operation, Capability capability, int pageSize, Supplier<List<Slot<T>>> slots) {
        gate.require(operation, capability);
        this.gate = gate;
        this.operation = operation;
        this.capability = capability;
        this.pageSize = pageSize;
        this.slots = slots;
    }

    @Override
    public Iterator<Page<T>> pages() {
        return new Pages();
    }

    private final class Pages implements Iterator<Page<T>> {
        private long last = Long.MIN_VALUE;
        private boolean more = true;

        @Override
        public boolean hasNext() {
            return more;
        }

        @Override
        public Page<T> next() {
            if (!more) {
                throw new NoSuchElementException();
            }
            return page(gate.read(operation, capability, this::rest));
        }

        private List<Slot<T>> rest() {
            return slots.get().stream()
                    .filter(slot -> slot.position() > last)
                    .limit(pageSize + 1L)
                    .toList();
        }

        private Page<T> page(List<Slot<T>> rest) {
            more = rest.size() > pageSize;
            var here = more ? rest.subList(0, pageSize) : rest;
            if (!here.isEmpty()) {
                last = here.get(here.size() - 1).position();
            }
            var items = here.stream().flatMap(slot -> slot.item().stream()).toList();
            var next = more ? Optional.of(new Cursor("after:" + last)) : Optional.<Cursor>empty();
            return new Page<>(items, next, here.size() - items.size());
        }
    }
}
