package dev.issuelink.jira;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AdfMergeTest {
    private static final String MENTION = "{'type':'mention','attrs':{'id':'5b10','text':'@Jane Doe','localId':'m'}}";
    private static final JsonNode DOCUMENT = AdfSchema.json("{'type':'doc','version':1,'content':["
            + "{'type':'paragraph','attrs':{'localId':'p'},'content':[{'type':'text','text':'Ask '}," + MENTION
            + ",{'type':'text','text':' about '},{'type':'text','text':'this','marks':[{'type':'textColor',"
            + "'attrs':{'color':'#ff0000'}}]}]},"
            + "{'type':'panel','attrs':{'panelType':'custom','panelColor':'#eeeeee','localId':'c'},'content':["
            + "{'type':'paragraph','content':[{'type':'text','text':'Note'}]}]},"
            + "{'type':'expand','attrs':{'title':'More','localId':'e'},'content':["
            + "{'type':'paragraph','content':[{'type':'text','text':'Inner'}]}]}]}");

    @Test
    void mentionsAndColoursOfAChangedLineStay() {
        var merged = merged("Ask @Jane Doe about this", "Please ask @Jane Doe about this soon");
        assertThat(merged.get("content").get(0).toString())
                .contains("\"mention\"", "\"textColor\"", "\"localId\":\"p\"", "Please ask ");
    }

    @Test
    void aMentionThatIsTakenAwayIsGone() {
        var merged = merged("@Jane Doe", "somebody");
        assertThat(merged.toString()).doesNotContain("mention").contains("Ask somebody about ");
    }

    @Test
    void aPanelKeepsItsColourWhenItsTextChanges() {
        var panel = merged("> Note", "> Note well").get("content").get(1);
        assertThat(panel.path("attrs")).isEqualTo(DOCUMENT.get("content").get(1).path("attrs"));
        assertThat(Adf.textOf(panel)).isEqualTo("Note well");
    }

    @Test
    void theTitleOfAnExpandCanBeChanged() {
        var expand = merged("\n\nMore\n\n", "\n\nMuch more\n\n").get("content").get(2);
        assertThat(Adf.attr(expand, "title")).isEqualTo("Much more");
        assertThat(Adf.attr(expand, "localId")).isEqualTo("e");
    }

    @Test
    void whatIsTakenFromAWrapperTakesItAlongIfItWasAll() {
        assertThat(merged("\n\nMore\n\nInner", "").get("content").size()).isEqualTo(2);
    }

    @Test
    void ofTwoWrappersOfOneTitleTheRightOneIsTaken() {
        var twin = "{'type':'expand','attrs':{'title':'More','localId':'%s'},'content':["
                + "{'type':'paragraph','content':[{'type':'text','text':'%s'}]},{'type':'rule'}]}";
        var document = AdfSchema.json("{'type':'doc','version':1,'content':[" + twin.formatted("1", "one") + ","
                + twin.formatted("2", "two") + "]}");
        var merged = AdfMerge.merge(document, "More\n\ntwo\n\n---");
        assertThat(Adf.children(merged)).containsExactly(document.get("content").get(1));
        assertThat(Adf.children(AdfMerge.merge(document, "More\n\none\n\n---")))
                .containsExactly(document.get("content").get(0));
    }

    @Test
    void otherCodeIsTakenAsItIsWritten() {
        var document = AdfWriter.write("```\nx\n```");
        var merged = AdfMerge.merge(document, "    x");
        assertThat(AdfReader.read(merged)).isEqualTo("    x");
        assertThat(AdfReader.read(AdfMerge.merge(merged, "```\nx\n```"))).isEqualTo("```\nx\n```");
    }

    @Test
    void newTasksGetIdsOfTheirOwn() {
        var document = AdfWriter.write("- [ ] a");
        var merged = AdfMerge.merge(document, "- [ ] a\n- [ ] b");
        var tasks = Adf.children(merged.get("content").get(0));
        assertThat(tasks)
                .extracting(task -> Adf.attr(task, "localId"))
                .doesNotHaveDuplicates()
                .hasSize(2);
        AdfSchema.assertHolds(merged);
    }

    @Test
    void aDescriptionIsChangedInPlace() {
        var written = JiraText.changed(JiraKind.CLOUD, DOCUMENT, AdfReader.read(DOCUMENT) + "\n\nAdded");
        assertThat(written.wire().toString()).contains("\"mention\"", "\"expand\"", "#eeeeee", "Added");
        assertThat(JiraText.changed(JiraKind.DATA_CENTER, DOCUMENT, "a").wire()).isEqualTo("a");
    }

    private static JsonNode merged(String old, String now) {
        var markdown = AdfReader.read(DOCUMENT);
        assertThat(markdown).contains(old);
        var merged = AdfMerge.merge(DOCUMENT, markdown.replace(old, now));
        assertThat(AdfReader.read(merged)).isEqualTo(markdown.replace(old, now).strip());
        return merged;
    }
}
