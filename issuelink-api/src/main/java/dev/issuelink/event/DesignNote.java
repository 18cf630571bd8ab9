package dev.issuelink.event;

import dev.issuelink.event.AttributeDescription.Kind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A note on a whiteboard. */
public final class DesignNote extends Facts {
    static final List<AttributeDescription> ATTRIBUTES = List.of(
            AttributeDescription.text("note.id", "By what the note is known").always(),
            AttributeDescription.of("note.text", Kind.PROSE, "What it says").always(),
            AttributeDescription.text("note.board", "Where it hangs"),
            AttributeDescription.text("note.url", "Where it can be looked at"),
            AttributeDescription.text("user.name", "Who wrote it"),
            AttributeDescription.of("note.written_at", Kind.TIME, "When it was written"));

    private DesignNote(EventAttributes attributes) {
        super(attributes);
    }

    /**
     * Starts a note.
     *
     * @param id by which the note is known
     * @param text what it says, in Markdown
     * @return a builder
     * @throws IllegalArgumentException if either is blank
     */
    public static Builder builder(String id, String text) {
        return new Builder(id, text);
    }

    /** Collects what is known of a note. Not for several threads. */
    public static final class Builder {
        private final Tree tree = new Tree();

        private Builder(String id, String text) {
            tree.text("note.id", Tree.named(id, "id of a note"));
            tree.text("note.text", Tree.named(text, "text of a note"));
        }

        /**
         * Sets where it hangs.
         *
         * @param board the name of the whiteboard, or null
         * @return this
         */
        public Builder board(@Nullable String board) {
            tree.text("note.board", board);
            return this;
        }

        /**
         * Sets where it can be looked at.
         *
         * @param url a link, or null
         * @return this
         */
        public Builder url(@Nullable String url) {
            tree.text("note.url", url);
            return this;
        }

        /**
         * Sets who wrote it.
         *
         * @param user the name, or null
         * @return this
         */
        public Builder author(@Nullable String user) {
            tree.text("user.name", user);
            return this;
        }

        /**
         * Sets when it was written.
         *
         * @param writtenAt the time, or null
         * @return this
         */
        public Builder writtenAt(@Nullable Instant writtenAt) {
            tree.time("note.written_at", writtenAt);
            return this;
        }

        /**
         * Makes the facts.
         *
         * @return the facts
         */
        public DesignNote build() {
            return new DesignNote(tree.build());
        }
    }
}
