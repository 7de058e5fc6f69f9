package parley.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.slack.Payload.Kind;

final class PayloadTest {
    @Test
    void event_ofMessage_staysInOrderWithItsChannel() {
        Payload payload = of("{type:event_callback,event:{type:message,channel:C1,ts:'1.2'}}");

        assertThat(payload).isEqualTo(new Payload(Kind.EVENT, "message", Optional.of("C1")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {type:reaction_added,item:{type:message,channel:C2}}    | C2
                    {type:channel_rename,channel:{id:C3,name:new}}          | C3
                    {type:file_shared,channel_id:C4,file_id:F1}             | C4
                    """)
    void event_namingItsChannelElsewhere_staysInOrderWithIt(String event, String channel) {
        Payload payload = of("{type:event_callback,event:" + event + "}");

        assertThat(payload.lane()).contains(channel);
    }

    @Test
    void event_withoutChannel_hasNoLane() {
        assertThat(of("{type:event_callback,event:{type:tokens_revoked,tokens:{bot:[]}}}"))
                .isEqualTo(new Payload(Kind.EVENT, "tokens_revoked", Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({
        "block_actions,INTERACTION",
        "view_submission,INTERACTION",
        "message_action,INTERACTION",
        "url_verification,CHALLENGE",
        "app_rate_limited,FLOOD",
        "of_next_year,UNKNOWN"
    })
    void kind_ofEachType_isKnown(String type, Kind kind) {
        assertThat(of("{type:" + type + ",channel:{id:C1}}"))
                .isEqualTo(new Payload(kind, type, Optional.empty()));
    }

    @Test
    void command_withoutType_isOne() {
        assertThat(of("{command:'/parley',text:help,channel_id:C1}"))
                .isEqualTo(new Payload(Kind.COMMAND, "/parley", Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {type:event_callback}
                    {type:event_callback,event:gone}
                    {type:event_callback,event:{channel:C1}}
                    {type:[1]}
                    {}
                    """)
    void kind_ofWhatSlackNeverSends_isUnknown(String json) {
        assertThat(of(json).kind()).isEqualTo(Kind.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../etc/passwd",
                "..",
                "-rf",
                "C1/../C2",
                "C1\\u0000",
                "C1\\r\\n[INFO] all is well",
                "C1'; DROP TABLE turn; --",
                "C1\\u202e",
                "C1 C2"
            })
    void request_namingWhatIsNoId_isAbsurd(String id) {
        for (String shape :
                List.of(
                        "{type:event_callback,event_id:'Ev1',event:{type:message,channel:\"%s\"}}",
                        "{type:event_callback,event_id:\"%s\",event:{type:message,channel:C1}}",
                        "{type:event_callback,event:{type:message,channel:C1,ts:\"%s\"}}",
                        "{type:event_callback,event:{type:message,message:{thread_ts:\"%s\"}}}",
                        "{type:event_callback,event:{type:x,item:{channel:\"%s\"}}}",
                        "{type:event_callback,event:{type:x,channel:{id:\"%s\"}}}",
                        "{type:block_actions,user:{id:\"%s\"}}",
                        "{type:block_actions,container:{message_ts:\"%s\"}}",
                        "{type:block_actions,actions:[{action_ts:\"%s\"}]}",
                        "{command:'/parley',user_id:\"%s\"}")) {
            assertThat(of(shape.formatted(id)).kind()).as(shape).isEqualTo(Kind.ABSURD);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{a:1}", "[C1]", "true1'", "9999999999999999999999999e999999999/"})
    void event_namingAnotherTypeOfThing_isAbsurd(String value) {
        String quoted = value.startsWith("{") || value.startsWith("[") ? value : '"' + value + '"';

        assertThat(of("{type:event_callback,event:{type:message,ts:" + quoted + "}}").kind())
                .isEqualTo(Kind.ABSURD);
    }

    @Test
    void id_ofAnyLength_isNone() {
        assertThat(of("{type:event_callback,event:{type:x,user:" + "U".repeat(81) + "}}").kind())
                .isEqualTo(Kind.ABSURD);
    }

    @Test
    void wordsAndFiles_areNobodysIds() {
        assertThat(
                        of("{type:event_callback,event:{type:message,channel:C1,thread_ts:null,"
                                        + "user:'',text:'../x',blocks:[{ts:'../x'}],"
                                        + "files:[{id:'../x',user:'a/b'}]}}")
                                .kind())
                .isEqualTo(Kind.EVENT);
    }

    @Test
    void type_standsInOneLineOfTheLog() {
        assertThat(of("{command:\"/x\\n" + "y".repeat(9_000) + "\"}").type())
                .startsWith("/x y")
                .hasSizeLessThan(100);
    }

    private static Payload of(String json) {
        return Payload.of(JsonParser.parseString(json).getAsJsonObject());
    }
}
