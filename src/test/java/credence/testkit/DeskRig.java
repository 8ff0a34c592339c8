package credence.testkit;

import credence.desktop.action.Navigation;
import credence.desktop.desk.Jobs;
import credence.desktop.desk.Notices;
import credence.desktop.desk.Preferences;
import credence.desktop.desk.Session;
import credence.desktop.fx.DirectTasks;
import credence.desktop.fx.Tasks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What view models stand on, without toolkit and without threads: everything happens at once, in the caller's thread.
public final class DeskRig {

    public final FakeDesks desks;
    public final Tasks tasks = new DirectTasks();
    public final List<Throwable> unexpected = new ArrayList<>();
    public final Notices notices = new Notices(unexpected::add);
    public final Jobs jobs = new Jobs(tasks, notices);
    public final PlainMemory memory = new PlainMemory();
    public final Preferences preferences = new Preferences(memory, Locale.US);
    public final Navigation navigation = new Navigation();
    public final Session session;

    public DeskRig(FakeDesks desks) {
        this.desks = desks;
        this.session = new Session(desks, tasks, jobs, notices);
    }

    /// With the trader's own workspace open, holding these bots.
    public static DeskRig withBots(String... bots) {
        DeskRig rig = new DeskRig(new FakeDesks(false, bots));
        rig.session.openFirst();
        return rig;
    }

    /// What the trader is being told, empty when nothing is.
    public String told() {
        var notice = notices.current().get();
        return notice == null ? "" : notice.text();
    }
}
