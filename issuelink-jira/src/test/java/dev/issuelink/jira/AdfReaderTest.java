package dev.issuelink.jira;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.JsonNodeFactory;

/** What people write in Jira and Markdown has no form for is told in words. */
class AdfReaderTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '^',
            value = {
                "{'type':'mention','attrs':{'id':'1','text':'@Jane'}}→@Jane",
                "{'type':'mention','attrs':{'id':'5b10'}}→@5b10",
                "{'type':'emoji','attrs':{'shortName':':smile:'}}→:smile:",
                "{'type':'status','attrs':{'text':'DONE','color':'green'}}→DONE",
                "{'type':'date','attrs':{'timestamp':'1796428800000'}}→2026-12-05",
                "{'type':'date','attrs':{'timestamp':'soon'}}→soon",
                "{'type':'inlineCard','attrs':{'url':'https://example.com/x'}}→https://example.com/x",
                "{'type':'mediaInline','attrs':{'id':'1','collection':'c','alt':'a.png'}}→(attachment: a.png)",
                "{'type':'futureThing','attrs':{'text':'its words'}}→its words",
                "{'type':'futureThing'}→(futureThing)",
                "{'type':'text','text':'two\\nlines'}→two\\nlines",
                "{'type':'text','text':'*no* [x](/y) # 1'}→\\\\*no\\\\* \\\\[x](/y) # 1"
            })
    void tellsNodesOfALine(String node, String markdown) {
        var document =
                AdfSchema.json("{'type':'doc','version':1,'content':[{'type':'paragraph','content':[" + node + "]}]}");
        assertThat(AdfReader.read(document))
                .isEqualTo(markdown.replace("\\n", "\n").replace("\\\\", "\\"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '^',
            value = {
                "{'type':'panel','attrs':{'panelType':'warning'},'content':[P]}→> [!WARNING]\\n> words",
                "{'type':'expand','attrs':{'title':'More'},'content':[P]}→More\\n\\nwords",
                "{'type':'layoutSection','content':[{'type':'layoutColumn','content':[P]},"
                        + "{'type':'layoutColumn','content':[P]}]}→words\\n\\nwords",
                "{'type':'mediaSingle','content':[{'type':'media','attrs':{'alt':'a.png'}}]}→(attachment: a.png)",
                "{'type':'blockCard','attrs':{'url':'https://example.com'}}→https://example.com",
                "{'type':'decisionList','content':[{'type':'decisionItem','content':[{'type':'text','text':'yes'}]}]}→- yes",
                "{'type':'extension','attrs':{'extensionKey':'chart'}}→(chart)",
                "{'type':'future','content':[P]}→words",
                "{'type':'future'}→(future)",
                "{'type':'taskList','content':[{'type':'taskItem','attrs':{'state':'DONE'},'content':"
                        + "[{'type':'text','text':'a'}]},{'type':'taskList','content':[{'type':'taskItem','content':[{'type':'text','text':'b'}]}]}]}"
                        + "→- [x] a\\n  - [ ] b",
                "{'type':'blockquote','content':[P,P]}→> words\\n>\\n> words"
            })
    void tellsBlocks(String node, String markdown) {
        var words = "{'type':'paragraph','content':[{'type':'text','text':'words'}]}";
        var document = AdfSchema.json("{'type':'doc','version':1,'content':["
                + node.replace("[P", "[" + words).replace(",P", "," + words) + "]}");
        assertThat(AdfReader.read(document)).isEqualTo(markdown.replace("\\n", "\n"));
    }

    @Test
    void whatIsNoDocumentIsNoText() {
        assertThat(AdfReader.read(null)).isEmpty();
        assertThat(AdfReader.read(JsonNodeFactory.instance.nullNode())).isEmpty();
        assertThat(AdfReader.read(JsonNodeFactory.instance.missingNode())).isEmpty();
        assertThat(AdfReader.read(JsonNodeFactory.instance.stringNode("text"))).isEqualTo("text");
        assertThat(AdfReader.read(AdfSchema.json("{'content':7}"))).isEmpty();
        assertThat(AdfReader.read(AdfSchema.json("[{'type':'paragraph'}]"))).isEmpty();
    }

    @Test
    void ourTextNeverActs() {
        var document = AdfWriter.write("@jane [~jane] ABC-1 #1 :smile: <@U1> [x](javascript:alert(1)) {html}");
        assertThat(document.toString()).doesNotContain("mention", "emoji", "inlineCard", "\"link\"", "extension");
        assertThat(Adf.textOf(document)).contains("[x](javascript:alert(1))");
    }

    @Test
    void aNodeOfItsOwnIsReadAlone() {
        assertThat(BlockMarkdown.write(List.of(Adf.node("rule")), AdfPlace.DOCUMENT, 0))
                .isEqualTo("---");
    }
}
