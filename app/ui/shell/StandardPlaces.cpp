#include "app/ui/shell/StandardPlaces.h"

#include "app/ui/approval/ApprovalPlace.h"
#include "app/ui/bench/BenchPlace.h"
#include "app/ui/books/BooksPlace.h"
#include "app/ui/dossiers/DossiersPlace.h"
#include "app/ui/handover/HandOverPlace.h"
#include "app/ui/intake/IntakePlace.h"
#include "app/ui/shell/system/SystemPlace.h"
#include "app/ui/sync/SyncPlace.h"

namespace motcua::ui {

namespace {

template <class Page>
PlacePage* make(counter::Counter& counter, QWidget* parent) {
    return new Page(counter, parent);
}

}

Places standardPlaces(const ShellServices& services) {
    return {
        {QStringLiteral("intake"), QT_TR_NOOP("Intake"), QStringLiteral("file-plus-2"), forClerks, make<IntakePlace>},
        {QStringLiteral("certification"), QT_TR_NOOP("Certification"), QStringLiteral("badge-check"), forClerks, make<BenchPlace>},
        {QStringLiteral("approval"), QT_TR_NOOP("Approval"), QStringLiteral("stamp"), forSupervisors, make<ApprovalPlace>},
        {QStringLiteral("handover"), QT_TR_NOOP("Hand over"), QStringLiteral("hand-helping"), forClerks, make<HandOverPlace>},
        {QStringLiteral("dossiers"), QT_TR_NOOP("Dossiers"), QStringLiteral("folder-search"), forClerks | forSupervisors, make<DossiersPlace>},
        {QStringLiteral("books"), QT_TR_NOOP("Books"), QStringLiteral("book-open"), forClerks | forSupervisors, make<BooksPlace>},
        {QStringLiteral("sync"), QT_TR_NOOP("Sync"), QStringLiteral("cloud-upload"), forAll, make<SyncPlace>},
        {QStringLiteral("system"), QT_TR_NOOP("System"), QStringLiteral("settings"), forAll,
            [services](counter::Counter& counter, QWidget* parent) { return new SystemPlace(counter, services, parent); }},
    };
}

}
