package parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import parley.claude.ContentBlock;

final class HistoryWindowTest {
    private static final double CHARACTERS_PER_TOKEN = 1;

    /** Each turn of these talks counts 100 tokens: 80 characters and the overhead of a message. */
    private static Talk talk(int exchanges) {
        Talk talk = new Talk();
        for (int i = 0; i < exchanges; i++) {
            talk.says(Talk.ADA, "q".repeat(80)).answers("a".repeat(80));
        }
        return talk.says(Talk.ADA, "q".repeat(80));
    }

    private static HistoryWindow fit(Talk talk, double budget) {
        return HistoryWindow.fit(talk.turns(), budget, CHARACTERS_PER_TOKEN);
    }

    @Test
    void fit_enoughRoom_keepsEverything() {
        Talk talk = talk(10);

        assertThat(fit(talk, 2_100)).isEqualTo(new HistoryWindow(talk.turns(), 0, true));
    }

    @Test
    void fit_tooLong_dropsOldestWholeExchangesButTheFirstQuestion() {
        Talk talk = talk(10);
        HistoryWindow window = fit(talk, 2_000);

        assertThat(window.turns().getFirst()).isSameAs(talk.turns().getFirst());
        assertThat(window.turns().getLast()).isSameAs(talk.turns().getLast());
        assertThat(window.turns().get(1)).isInstanceOf(Turn.UserTurn.class);
        assertThat(window.omitted()).isEqualTo(5);
        assertThat(window.turns()).hasSize(21 - 5);
    }

    @Test
    void fit_growingThread_cutStaysForManyTurns() {
        Set<Long> cuts = new HashSet<>();
        for (int exchanges = 20; exchanges < 40; exchanges++) {
            List<Turn> kept = fit(talk(exchanges), 2_000).turns();
            cuts.add(kept.get(1).ordinal());
            assertThat(kept.size() * 100).isLessThanOrEqualTo(2_000);
        }

        assertThat(cuts).hasSizeLessThanOrEqualTo(9);
    }

    @Test
    void fit_smallBudget_keepsTheFirstAndTheNewestQuestion() {
        Talk talk = talk(5);

        assertThat(fit(talk, 200).turns())
                .containsExactly(talk.turns().getFirst(), talk.turns().getLast());
    }

    @Test
    void fit_firstQuestionTakesMoreThanHalf_leavesWithTheOthers() {
        Talk talk = talk(5);

        assertThat(fit(talk, 150))
                .isEqualTo(new HistoryWindow(List.of(talk.turns().getLast()), 10, false));
    }

    @Test
    void fit_twoMessagesThatDoNotFit_keepsTheNewest() {
        Talk talk = new Talk().says(Talk.ADA, "q".repeat(8_000)).says(Talk.ADA, "q");

        assertThat(fit(talk, 1_000).turns()).containsExactly(talk.turns().getLast());
    }

    @Test
    void fit_onlyPeopleTalk_dropsTheirMessagesOneByOne() {
        Talk talk = new Talk();
        for (int i = 0; i < 10; i++) {
            talk.says(Talk.ADA, "q".repeat(80));
        }
        HistoryWindow window = fit(talk, 800);

        assertThat(window.turns().getFirst()).isSameAs(talk.turns().getFirst());
        assertThat(window.turns().getLast()).isSameAs(talk.turns().getLast());
        assertThat(window.turns()).hasSize(8);
    }

    private static int kept(ContentBlock file, double budget) {
        Talk talk = new Talk().says(Talk.ADA, "q".repeat(80));
        talk.sends(Talk.ADA, "", file).answers("a".repeat(80)).says(Talk.ADA, "q".repeat(80));
        return fit(talk, budget).turns().size();
    }

    @Test
    void fit_files_countAsTheApiCountsThem() {
        var picture = new ContentBlock.Image("image/png", "x".repeat(4_000_000));
        var page = new ContentBlock.Document("application/pdf", "x".repeat(40_000), "a");
        var pages = new ContentBlock.Document("application/pdf", "x".repeat(1_000_000), "a");
        var book = new ContentBlock.Document("application/pdf", "x".repeat(13_000_000), "a");

        assertThat(List.of(kept(picture, 1_950), kept(picture, 1_900))).containsExactly(4, 2);
        assertThat(List.of(kept(page, 3_350), kept(page, 3_300))).containsExactly(4, 2);
        assertThat(List.of(kept(pages, 45_350), kept(pages, 45_300))).containsExactly(4, 2);
        assertThat(List.of(kept(book, 300_350), kept(book, 300_300))).containsExactly(4, 2);
    }
}
