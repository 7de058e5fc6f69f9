package parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class FileRoomTest {
    private static final FileRoom ROOM = new FileRoom(1_000, 8);

    private static List<FileRoom.Size> files(int count, long bytes, boolean picture) {
        return Collections.nCopies(count, new FileRoom.Size(bytes, picture));
    }

    @Test
    void leftOut_enoughRoom_isNone() {
        assertThat(ROOM.leftOut(List.of())).isZero();
        assertThat(ROOM.leftOut(files(8, 125, true))).isZero();
        assertThat(ROOM.leftOut(files(10, 100, false))).isZero();
    }

    @Test
    void leftOut_anyGrowth_keepsWithinTheRoomAndMovesInSteps() {
        Set<Integer> cuts = new HashSet<>();
        for (int count = 0; count < 100; count++) {
            List<FileRoom.Size> files = files(count, 20, true);
            int leftOut = ROOM.leftOut(files);
            cuts.add(leftOut);
            assertThat(count - leftOut).isLessThanOrEqualTo(8);
        }
        assertThat(cuts).hasSizeLessThanOrEqualTo(47);
    }

    @Test
    void leftOut_tooManyBytes_goesByTheirSum() {
        List<FileRoom.Size> files = new ArrayList<>(files(1, 900, false));
        files.addAll(files(2, 100, true));

        assertThat(ROOM.leftOut(files)).isEqualTo(1);
    }

    @Test
    void none_takesNothing() {
        assertThat(FileRoom.NONE.leftOut(files(3, 1, false))).isEqualTo(3);
        assertThat(FileRoom.WHOLE.share(0.5)).isEqualTo(new FileRoom(7_500_000, 10));
    }
}
