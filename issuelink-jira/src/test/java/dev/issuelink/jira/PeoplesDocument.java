package dev.issuelink.jira;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A document as people make it in Jira, by chance: our text among what Markdown does not know, with ids on all of it. */
final class PeoplesDocument {
    private static final List<String> BLOCKS = List.of(
            "{'type':'panel','attrs':{'panelType':'custom','panelColor':'#ffffff','panelIcon':':x:'},"
                    + "'content':[{'type':'paragraph','content':[{'type':'text','text':'In a panel of its own'}]}]}",
            "{'type':'mediaSingle','attrs':{'layout':'center'},'content':[{'type':'media','attrs':{'type':'file',"
                    + "'id':'m-1','collection':'c','alt':'shot.png','width':10,'height':20}}]}",
            "{'type':'mediaGroup','content':[{'type':'media','attrs':{'type':'file','id':'m-2','collection':'c'}}]}",
            "{'type':'expand','attrs':{'title':'More of it'},'content':[{'type':'paragraph','content':[{'type':'text',"
                    + "'text':'Hidden words'}]},{'type':'rule'},{'type':'nestedExpand','attrs':{'title':'Deeper'},"
                    + "'content':[{'type':'paragraph','content':[{'type':'text','text':'Deep words'}]}]}]}",
            "{'type':'layoutSection','content':[{'type':'layoutColumn','attrs':{'width':50},'content':[{'type':'paragraph',"
                    + "'content':[{'type':'text','text':'Left'}]}]},{'type':'layoutColumn','attrs':{'width':50},"
                    + "'content':[{'type':'heading','attrs':{'level':3},'content':[{'type':'text','text':'Right'}]},"
                    + "{'type':'paragraph'}]}]}",
            "{'type':'decisionList','attrs':{},'content':[{'type':'decisionItem','attrs':{'state':"
                    + "'DECIDED'},'content':[{'type':'text','text':'We do it'}]}]}",
            "{'type':'blockCard','attrs':{'url':'https://example.com/card'}}",
            "{'type':'extension','attrs':{'extensionKey':'chart','extensionType':'com.example','parameters':{'a':[1]}}}",
            "{'type':'bodiedExtension','attrs':{'extensionKey':'box','extensionType':'com.example'},'content':"
                    + "[{'type':'paragraph','content':[{'type':'text','text':'Boxed'}]}]}",
            "{'type':'holograph','attrs':{'depth':3},'content':[{'type':'beam','attrs':{'colour':'red'}}]}",
            "{'type':'poem','content':[{'type':'text','text':'A line of '},{'type':'rhyme','attrs':{'text':'verse'}}]}",
            "{'type':'table','attrs':{'layout':'wide','isNumberColumnEnabled':true},'content':[{'type':'tableRow','content':"
                    + "[{'type':'tableCell','attrs':{'background':'#ffffff','colspan':2},'content':[{'type':'bulletList',"
                    + "'content':[{'type':'listItem','content':[{'type':'paragraph','content':[{'type':'text','text':"
                    + "'in a cell'}]}]}]}]}]},{'type':'tableRow','content':[{'type':'tableCell','content':[{'type':"
                    + "'paragraph','content':[{'type':'text','text':'one'}]}]},{'type':'tableHeader','attrs':{},'content':"
                    + "[{'type':'paragraph','content':[{'type':'text','text':'two'}]}]}]}]}",
            "{'type':'paragraph'}");
    private static final List<String> INLINES = List.of(
            "{'type':'mention','attrs':{'id':'5b10','text':'@Jane Doe'}}",
            "{'type':'emoji','attrs':{'shortName':':smile:','text':'😄'}}",
            "{'type':'status','attrs':{'text':'IN PROGRESS','color':'blue'}}",
            "{'type':'date','attrs':{'timestamp':'1796428800000'}}",
            "{'type':'inlineCard','attrs':{'url':'https://example.com/x_y'}}",
            "{'type':'aurora','attrs':{'text':'northern light'}}",
            "{'type':'text','text':'coloured','marks':[{'type':'textColor','attrs':{'color':'#ff0000'}}]}",
            "{'type':'text','text':'under','marks':[{'type':'underline'},{'type':'strong'}]}");

    private final Random random;
    private int ids;

    PeoplesDocument(long seed) {
        this.random = new Random(seed);
    }

    ObjectNode make(long seed) {
        var blocks = new ArrayList<JsonNode>(Adf.children(AdfWriter.write(new RandomMarkdown(seed).document())));
        for (var i = random.nextInt(4); i > 0; i--) {
            blocks.add(random.nextInt(blocks.size() + 1), AdfSchema.json(BLOCKS.get(random.nextInt(BLOCKS.size()))));
        }
        var own = "{'type':'paragraph','content':[{'type':'text','text':'A paragraph of words'}]}";
        blocks.add(random.nextInt(blocks.size() + 1), AdfSchema.json(own));
        var doc = Adf.doc(blocks);
        decorate(doc);
        return doc;
    }

    private void decorate(JsonNode node) {
        if (node instanceof ObjectNode object && !Adf.type(node).matches("doc|text")) {
            ids++;
            Adf.attrs(object).put("localId", "id-" + ids);
        }
        if (Adf.isA(node, "paragraph") && node.get("content") instanceof ArrayNode content && random.nextInt(3) == 0) {
            content.add(Adf.text(" "));
            content.add(AdfSchema.json(INLINES.get(random.nextInt(INLINES.size()))));
        }
        Adf.children(node).forEach(this::decorate);
    }
}
