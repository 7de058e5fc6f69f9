package parley.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import parley.chat.Platform;

final class SlotsTest {
    private final Slots slots = new Slots(16);

    @Test
    void isFree_onePlatform_takesAll() {
        slots.speak(Set.of(Platform.SLACK));

        assertThat(takeAll(Platform.SLACK)).isEqualTo(16);
    }

    @Test
    void isFree_severalPlatforms_eachKeepsOneForTheOthers() {
        slots.speak(EnumSet.allOf(Platform.class));

        assertThat(takeAll(Platform.SLACK)).isEqualTo(14);
        assertThat(takeAll(Platform.DISCORD)).isEqualTo(1);
        assertThat(takeAll(Platform.WEB)).isEqualTo(1);
        slots.giveBack(Platform.WEB);
        assertThat(slots.isFree(Platform.SLACK)).isFalse();
        assertThat(slots.isFree(Platform.WEB)).isTrue();
    }

    @Test
    void isFree_fewerTurnsThanPlatforms_keepsNone() {
        Slots one = new Slots(1);
        one.speak(EnumSet.allOf(Platform.class));

        assertThat(one.isFree(Platform.SLACK)).isTrue();
    }

    @Test
    void isFree_platformOutOfReach_getsAnEighthUntilItIsReached() {
        slots.failed(Platform.SLACK);
        assertThat(takeAll(Platform.SLACK)).isEqualTo(2);
        assertThat(slots.isFree(Platform.DISCORD)).isTrue();

        slots.worked(Platform.SLACK);
        assertThat(takeAll(Platform.SLACK)).isEqualTo(14);
    }

    private int takeAll(Platform platform) {
        int taken = 0;
        while (slots.isFree(platform)) {
            slots.take(platform);
            taken++;
        }
        return taken;
    }
}
