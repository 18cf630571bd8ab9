package dev.issuelink.testkit;

import dev.issuelink.host.HostListener;
import dev.issuelink.host.IssueChange;
import dev.issuelink.host.WriteFailure;
import dev.issuelink.model.Comment;
import dev.issuelink.model.DroppedField;
import dev.issuelink.model.IssueKey;
import dev.issuelink.model.IssueLink;
import dev.issuelink.model.IssueReference;
import dev.issuelink.model.SecurityAlert;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A host that remembers what it was told. Safe for several threads. */
public final class RecordingHostListener implements HostListener {
    /**
     * One call.
     *
     * @param callback the method's name, for example {@code issueChanged}
     * @param arguments its arguments, in order
     */
    public record Call(String callback, List<Object> arguments) {
        /** Copies the arguments. */
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    private final List<Call> calls = new CopyOnWriteArrayList<>();

    /** A host that was told nothing yet. */
    public RecordingHostListener() {}

    /**
     * All that was told.
     *
     * @return the calls, oldest first
     */
    public List<Call> calls() {
        return List.copyOf(calls);
    }

    /**
     * What one callback was told.
     *
     * @param callback the method's name, for example {@code issueChanged}
     * @param type the type of its first argument
     * @param <T> that type
     * @return the first arguments, oldest first
     */
    public <T> List<T> told(String callback, Class<T> type) {
        return calls.stream()
                .filter(call -> call.callback().equals(callback))
                .map(call -> type.cast(call.arguments().get(0)))
                .toList();
    }

    /** Forgets everything. */
    public void clear() {
        calls.clear();
    }

    @Override
    public void linkCreated(IssueLink link) {
        record("linkCreated", link);
    }

    @Override
    public void linkRemoved(IssueLink link) {
        record("linkRemoved", link);
    }

    @Override
    public void issueCreated(IssueReference issue) {
        record("issueCreated", issue);
    }

    @Override
    public void issueChanged(IssueChange change) {
        record("issueChanged", change);
    }

    @Override
    public void issueDeleted(IssueReference issue) {
        record("issueDeleted", issue);
    }

    @Override
    public void issueMoved(IssueKey from, IssueReference to) {
        record("issueMoved", from, to);
    }

    @Override
    public void commentChanged(Comment comment) {
        record("commentChanged", comment);
    }

    @Override
    public void commentDeleted(IssueReference issue, String commentId) {
        record("commentDeleted", issue, commentId);
    }

    @Override
    public void securityAlert(String tracker, SecurityAlert alert) {
        record("securityAlert", tracker, alert);
    }

    @Override
    public void fieldsDropped(IssueReference issue, List<DroppedField> dropped) {
        record("fieldsDropped", issue, dropped);
    }

    @Override
    public void writeFailed(WriteFailure failure) {
        record("writeFailed", failure);
    }

    private void record(String callback, Object... arguments) {
        calls.add(new Call(callback, List.of(arguments)));
    }
}
