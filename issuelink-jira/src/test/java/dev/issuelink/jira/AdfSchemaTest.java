package dev.issuelink.jira;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Proves that the checks against Atlassian's schema refuse what is wrong, so that their silence means something. */
class AdfSchemaTest {
    @BeforeEach
    void needSchema() {
        assumeTrue(AdfSchema.isThere(), "no shared/contracts/adf-v1.schema.json beside the repository");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'paragraph','content':[{'type':'text','text':'a'}]}",
                "{'type':'panel','attrs':{'panelType':'info'},'content':[{'type':'rule'}]}",
                "{'type':'codeBlock','attrs':{'language':'sql','localId':'x'},'content':[{'type':'text','text':'a'}]}",
                "{'type':'taskList','attrs':{'localId':'x'},'content':[{'type':'taskItem',"
                        + "'attrs':{'localId':'y','state':'DONE'}}]}"
            })
    void takesWhatIsRight(String block) {
        var document = AdfSchema.json("{'type':'doc','version':1,'content':[" + block + "]}");
        assertThat(AdfSchema.faults(document)).isEmpty();
        assertThat(AdfSchema.holds(document)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'paragraph','content':[{'type':'text','text':''}]}",
                "{'type':'paragraph','content':[{'type':'text'}]}",
                "{'type':'paragraph','colour':'red'}",
                "{'type':'text','text':'a'}",
                "{'type':'heading','attrs':{'level':7}}",
                "{'type':'heading','content':[]}",
                "{'type':'bulletList','content':[]}",
                "{'type':'bulletList','content':[{'type':'paragraph'}]}",
                "{'type':'bulletList','content':[{'type':'listItem','content':[{'type':'rule'}]}]}",
                "{'type':'bulletList','content':[{'type':'listItem','content':[{'type':'heading','attrs':{'level':1}}]}]}",
                "{'type':'blockquote','content':[{'type':'blockquote','content':[{'type':'paragraph'}]}]}",
                "{'type':'blockquote','content':[{'type':'taskList','attrs':{'localId':'x'},'content':[]}]}",
                "{'type':'panel','attrs':{'panelType':'red'},'content':[{'type':'paragraph'}]}",
                "{'type':'codeBlock','content':[{'type':'text','text':'a','marks':[{'type':'strong'}]}]}",
                "{'type':'paragraph','content':[{'type':'text','text':'a','marks':[{'type':'code'},{'type':'strong'}]}]}",
                "{'type':'paragraph','content':[{'type':'text','text':'a','marks':[{'type':'link','attrs':{}}]}]}",
                "{'type':'taskList','attrs':{'localId':'x'},'content':[{'type':'taskItem','attrs':{'state':'DONE'}}]}",
                "{'type':'table','content':[{'type':'tableRow','content':[{'type':'tableCell','content':[]}]}]}",
                "{'type':'codeBlock','attrs':{'language':null}}",
                "{'type':'orderedList','attrs':{'order':-1},'content':[{'type':'listItem','content':[{'type':'paragraph'}]}]}"
            })
    void refusesWhatIsWrong(String block) {
        var document = AdfSchema.json("{'type':'doc','version':1,'content':[" + block + "]}");
        assertThat(AdfSchema.faults(document)).isNotEmpty();
        assertThat(AdfSchema.holds(document)).isFalse();
    }
}
