package parley.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.view.View;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import parley.chat.ChannelId;
import parley.chat.Overview;
import parley.chat.Platform;
import parley.chat.ThreadId;
import parley.chat.WorkspaceId;

final class HomePageTest {
    private static final WorkspaceId WORKSPACE = new WorkspaceId(Platform.SLACK, "T1");
    private static final ThreadLinks LINKS = new ThreadLinks(Optional.empty());
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private static ChannelId channel(String id) {
        return new ChannelId(WORKSPACE, id);
    }

    private static Overview.Recent recent(String channel, String title) {
        return new Overview.Recent(new ThreadId(channel(channel), "17.0001"), title, NOON);
    }

    private static List<String> sections(View page) {
        return page.getBlocks().stream().flatMap(block -> text(block).stream()).toList();
    }

    private static Optional<String> text(LayoutBlock block) {
        return block instanceof SectionBlock section
                ? Optional.of(section.getText().getText())
                : Optional.empty();
    }

    @Test
    void of_aPerson_tellsHowToAskWhoAnswersAndWhere() {
        Map<ChannelId, Overview.Card> cards = new LinkedHashMap<>();
        cards.put(channel("D1"), new Overview.Card("default", "Everything", List.of()));
        cards.put(channel("C1"), new Overview.Card("engineer", "Code & tests", List.of()));

        List<String> sections =
                sections(HomePage.of(cards, List.of(recent("C1", "Is a < b | c?")), LINKS));

        assertThat(sections).hasSize(3);
        assertThat(sections.getFirst()).contains("Ask Parley about this", "`/parley help`");
        assertThat(sections.get(1))
                .isEqualTo(
                        "Direct messages:  *default* – Everything\n"
                                + "<#C1>:  *engineer* – Code &amp; tests");
        assertThat(sections.get(2))
                .isEqualTo(
                        "•  <https://app.slack.com/client/T1/C1/thread/C1-17.0001|Is a &lt; b / c?>"
                                + "  <#C1>, <!date^1772366400^{date_short_pretty} {time}|2026-03-01"
                                + " 12:00 UTC>");
    }

    @Test
    void of_somebodyNew_saysWhatWillStandThere() {
        assertThat(sections(HomePage.of(Map.of(), List.of(), LINKS)))
                .last()
                .asString()
                .startsWith("You have not asked me anything yet.");
    }

    @Test
    void of_longestNames_staysWithinSlacksLimits() {
        Map<ChannelId, Overview.Card> cards = new LinkedHashMap<>();
        List<Overview.Recent> threads =
                IntStream.range(0, 40).mapToObj(i -> recent("C" + i, "&".repeat(60))).toList();
        IntStream.range(0, 40)
                .forEach(i ->
                        cards.put(
                                channel("C" + i),
                                new Overview.Card("x".repeat(40), "&".repeat(200), List.of())));

        View page = HomePage.of(cards, threads, LINKS);

        assertThat(page.getBlocks()).hasSizeLessThanOrEqualTo(100);
        assertThat(sections(page))
                .allSatisfy(section -> assertThat(section).hasSizeBetween(1, 3_000));
    }
}
