#include "app/ui/shell/Workbench.h"

#include "app/counter/Returned.h"
#include "app/ui/shell/HeldStrip.h"
#include "app/ui/shell/KeyMap.h"
#include "app/ui/shell/PrintStrip.h"
#include "app/ui/shell/Rail.h"
#include "app/ui/shell/SearchPalette.h"
#include "app/ui/shell/StatusStrip.h"
#include "app/ui/shell/TopBar.h"
#include "app/ui/shell/UnprintedPanel.h"
#include "app/ui/style/Theme.h"
#include "app/ui/text/ErrorText.h"
#include "app/ui/widgets/Banner.h"
#include "app/ui/widgets/KeyRest.h"
#include "app/ui/widgets/NoticeBar.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QStackedWidget>

#include <algorithm>

namespace motcua::ui {

Workbench::Workbench(counter::Counter& counter, const Places& places, QWidget* parent)
    : QWidget(parent), m_counter(counter), m_places(places), m_rail(new Rail(this)), m_top(new TopBar(this)), m_stack(new QStackedWidget(this)),
      m_unprinted(new PrintStrip(counter.printing(), this)), m_held(new HeldStrip(counter.held(), this)), m_strip(new StatusStrip(counter, this)),
      m_notice(new NoticeBar(this)) {
    setObjectName(QStringLiteral("desk"));
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins({});
    line->setSpacing(0);
    line->addWidget(m_rail);
    auto* column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(m_top);
    column->addWidget(m_stack, 1);
    column->addWidget(m_unprinted);
    column->addWidget(m_held);
    column->addWidget(m_strip);
    line->addLayout(column, 1);
    wire();
    reseat();
}

void Workbench::wire() {
    connect(m_rail, &Rail::chosen, this, &Workbench::go);
    connect(m_top, &TopBar::searchRequested, this, [this] {
        if (seesDossiers())
            search()->open();
    });
    connect(m_top, &TopBar::lockRequested, this, &Workbench::lockRequested);
    connect(m_top, &TopBar::keyMapRequested, this, &Workbench::showKeys);
    connect(m_strip, &StatusStrip::syncRequested, this, [this] { go(QStringLiteral("sync")); });
    connect(&m_counter, &counter::Counter::archiveChanged, this, &Workbench::countDossiers);
    connect(&m_counter.books(), &counter::BookDesk::carriedOver, this, [this](const QString& label) {
        notice(
            {Tone::Info, tr("The unit's books now have one run of numbers for all its desks. The volumes that the desks had of their own are closed; "
                            "numbers go on in volume %1.")
                             .arg(label)});
    });
    connect(m_unprinted, &PrintStrip::listRequested, this, &Workbench::showUnprinted);
    connect(m_unprinted, &PrintStrip::noticed, this, &Workbench::notice);
    connect(&m_counter.printing(), &counter::Printing::failed, this, &Workbench::tellOfPrint);
    connect(&m_counter.printing(), &counter::Printing::saved, this, [this](const QString& path) {
        notice({Tone::Success, tr("Saved: %1").arg(path)});
    });
    connect(&m_counter.printing(), &counter::Printing::jobEnded, this, &Workbench::tellOfStoppedJob);
    connect(&m_counter.jottings(), &counter::Jottings::saveFailed, this, [this](const base::Error& error) {
        notice({Tone::Danger, errorLine(error)});
    });
    connect(&m_counter.sync(), &counter::SyncDesk::changed, this, &Workbench::countRefusals);
    // What could not be done stays in the strip with its reason; what was taken back has left it.
    connect(&m_counter.held(), &counter::HeldActs::failed, this, [this](const counter::HeldAct& act) {
        const auto& acts = m_counter.held().acts();
        if (std::none_of(acts.begin(), acts.end(), [&](const counter::HeldAct& each) { return each.id == act.id; }))
            notice({Tone::Danger, errorLine(act.error)});
    });
    connect(m_held, &HeldStrip::tooLate, this, &Workbench::tellTooLate);
    connect(m_top, &TopBar::undoRequested, this, &Workbench::undo);
}

void Workbench::reseat() {
    const domain::Account& account = m_counter.desk().account();
    const bool another = account.id != m_seated;
    if (another)
        forgetTheOther();
    m_seated = account.id;
    m_visible.clear();
    for (const Place& place : m_places)
        if (place.isFor(account))
            m_visible.push_back(&place);
    m_rail->setPlaces(m_visible);
    m_top->setStation(m_counter.desk().settings().name, m_counter.desk().stationName());
    m_top->setUser(account);
    m_top->setSearchable(seesDossiers());
    m_strip->refresh();
    countDossiers();
    countRefusals();
    const bool stays = !another && find(m_current) != nullptr;
    if (stays)
        activate();
    else if (!m_visible.empty())
        go(placeOfWork());
    m_rail->select(m_current);
}

/// Whoever was cut off in a visit goes on with it.
QString Workbench::placeOfWork() const {
    const QString bench = QStringLiteral("certification");
    const bool isAtBench = !m_counter.bench().visit().isBlank() && m_counter.intake().form().isBlank();
    return isAtBench && find(bench) ? bench : m_visible.front()->id;
}

/// What the one before was told, searched and opened is not the next one's work.
void Workbench::forgetTheOther() {
    m_notice->dismiss();
    for (PlacePage* page : std::as_const(m_pages)) {
        page->banner()->clear();
        page->forget();
    }
}

/// The one owner of the key in the window: what still waits goes first. Who comes a moment too late for it means nothing older.
void Workbench::undo() {
    counter::HeldActs& held = m_counter.held();
    const bool ends = held.waits() || held.wasJustDone();
    if (!KeyRest::instance().mayDo(QKeySequence(QKeySequence::Undo), ends ? KeyRest::Does::Act : KeyRest::Does::Step))
        return;
    if (held.waits())
        held.takeBack();
    else if (held.wasJustDone())
        tellTooLate();
    else if (PlacePage* front = m_pages.value(m_current))
        front->undo();
}

void Workbench::tellTooLate() {
    notice({Tone::Info, tr("Too late to take that back. Nothing was changed.")});
}

void Workbench::showUnprinted() {
    if (!m_unprintedPanel) {
        m_unprintedPanel = new UnprintedPanel(m_counter.printing(), this);
        connect(m_unprintedPanel, &UnprintedPanel::noticed, this, &Workbench::notice);
        connect(m_unprintedPanel, &Overlay::closed, this, [this] { m_unprinted->setListOpen(false); });
    }
    m_unprinted->setListOpen(true);
    m_unprintedPanel->open();
}

/// The strip tells what did not come out; a notice that it is being printed is no longer so. What came out and could not be recorded has no
/// other place.
void Workbench::tellOfPrint(const QString& form, domain::DossierId dossier, const base::Error& error) {
    const auto& missing = m_counter.printing().unprinted();
    const bool listed = std::any_of(missing.begin(), missing.end(), [&](const counter::UnprintedPaper& each) {
        return each.paper.form == form && each.paper.dossier == dossier && each.error.code == error.code;
    });
    if (!listed)
        notice({Tone::Danger, errorLine(error)});
    else if (m_notice->tone() == Tone::Success)
        m_notice->dismiss();
}

void Workbench::tellOfStoppedJob(const counter::WantedPaper& paper, domain::ports::JobFate fate) {
    const bool out = fate == domain::ports::JobFate::CameOut;
    notice({out ? Tone::Success : Tone::Info, out ? tr("%1: the paper that waited at the printer has come out and is on record.").arg(paper.name)
                                                  : tr("%1: what waited at the printer was taken out of its queue.").arg(paper.name)});
}

const Place* Workbench::find(const QString& id) const {
    for (const Place* place : m_visible)
        if (place->id == id)
            return place;
    return nullptr;
}

QStringList Workbench::visiblePlaces() const {
    QStringList ids;
    for (const Place* place : m_visible)
        ids << place->id;
    return ids;
}

PlacePage* Workbench::page(const QString& id) {
    const Place* place = find(id);
    if (!place)
        return nullptr;
    PlacePage*& page = m_pages[id];
    if (!page)
        page = make(*place);
    return page;
}

PlacePage* Workbench::make(const Place& place) {
    PlacePage* page = place.make(m_counter, m_stack);
    QEvent language(QEvent::LanguageChange);
    QCoreApplication::sendEvent(page, &language);
    connect(page, &PlacePage::dossierRequested, this, &Workbench::openDossier);
    connect(page, &PlacePage::entryRequested, this, &Workbench::openEntry);
    connect(page, &PlacePage::placeRequested, this, &Workbench::go);
    connect(page, &PlacePage::noticed, this, &Workbench::notice);
    connect(page, &PlacePage::badgeChanged, this, [this, id = place.id](int count) { m_rail->setCount(id, count); });
    m_stack->addWidget(page);
    return page;
}

bool Workbench::go(const QString& id) {
    PlacePage* next = page(id);
    if (!next)
        return false;
    if (PlacePage* before = m_pages.value(m_current); before && before != next)
        before->deactivate();
    m_current = id;
    m_stack->setCurrentWidget(next);
    m_rail->select(id);
    next->activate();
    return true;
}

void Workbench::remindOfPassword(bool weak) {
    m_rail->setCount(QStringLiteral("system"), weak ? 1 : 0);
    if (weak)
        notice({Tone::Warning, tr("Your password is easily guessed. It still opens this station; choose another in System, with F5.")});
}

void Workbench::remindOfSignature() {
    if (m_counter.archive().settings().signedActs && !m_counter.runner().isSigned() && seesDossiers())
        notice({Tone::Warning, tr("You do not sign at this station yet. Type the province's code in System, with F9.")});
}

void Workbench::openDossier(domain::DossierId dossier) {
    if (!go(QStringLiteral("dossiers")))
        return;
    m_pages.value(m_current)->openDossier(dossier);
}

void Workbench::openDraft(domain::DraftId draft) {
    if (go(QStringLiteral("intake")))
        m_pages.value(m_current)->openDraft(draft);
}

void Workbench::openReceipt(qint64 seq) {
    if (go(QStringLiteral("sync")))
        m_pages.value(m_current)->openReceipt(seq);
}

void Workbench::openEntry(const domain::EntryReference& entry) {
    if (!go(QStringLiteral("books")))
        return;
    m_pages.value(m_current)->openEntry(entry);
}

void Workbench::notice(const Notice& notice) {
    m_notice->show(notice);
}

void Workbench::takeScan(const domain::Scan& scan) {
    closeOverlays();
    std::visit([this](const auto& read) { take(read); }, scan);
}

void Workbench::refuseScan(const base::Error& error) {
    closeOverlays();
    m_pages.value(m_current)->banner()->show(error);
}

void Workbench::closeOverlays() {
    if (m_search)
        m_search->close();
    if (m_keys)
        m_keys->close();
    if (m_unprintedPanel)
        m_unprintedPanel->close();
}

void Workbench::take(const domain::CardQr& card) {
    if (!m_pages.value(m_current)->takeCard(card))
        refuseScan({QStringLiteral("scan.card-elsewhere")});
}

/// Whoever only looks after the machine meets no citizen.
bool Workbench::seesDossiers() const {
    return find(QStringLiteral("dossiers")) != nullptr;
}

void Workbench::take(const domain::ReceiptScan& receipt) {
    if (!seesDossiers()) {
        refuseScan({QStringLiteral("scan.paper-elsewhere")});
        return;
    }
    const auto found = m_counter.dossiers().find(receipt);
    if (!found)
        refuseScan(found.error());
    else if (const auto dossier = m_counter.runner().dossier(*found); dossier && dossier->state == domain::State::Registered)
        goOnWith(*found);
    else if (!m_pages.value(m_current)->takeReceipt(*found))
        openDossier(*found);
}

/// The citizen is back with what form 02 asked for at intake.
void Workbench::goOnWith(domain::DossierId dossier) {
    // A paper of the bench waits there with all that was said of it.
    if (const auto turned = m_counter.bench().draft().turnToAsked(dossier)) {
        go(QStringLiteral("certification"));
        if (!*turned)
            refuseScan(turned->error());
        return;
    }
    const auto begun = m_counter.intake().acts().continueDossier(dossier);
    if (begun)
        go(QStringLiteral("intake"));
    else if (begun.error().code == QLatin1String("dossier.not-holder"))
        openDossier(dossier);
    else
        refuseScan(begun.error());
}

/// A dossier needs the name as it is written.
void Workbench::take(const domain::Mrz&) {
    refuseScan({QStringLiteral("scan.card-lines")});
}

void Workbench::take(const domain::Passport& passport) {
    if (!m_pages.value(m_current)->takePassport(passport))
        refuseScan({QStringLiteral("scan.passport-elsewhere")});
}

void Workbench::activate() {
    if (PlacePage* front = m_pages.value(m_current))
        front->activate();
}

void Workbench::deactivate() {
    closeOverlays();
    if (PlacePage* front = m_pages.value(m_current))
        front->deactivate();
}

SearchPalette* Workbench::search() {
    if (!m_search) {
        m_search = new SearchPalette({m_counter.dossiers(), m_counter.intake().putAside(), m_counter.sync()}, m_counter.desk(), this);
        connect(m_search, &SearchPalette::chosen, this, &Workbench::openDossier);
        connect(m_search, &SearchPalette::draftChosen, this, &Workbench::openDraft);
        connect(m_search, &SearchPalette::receiptChosen, this, &Workbench::openReceipt);
    }
    return m_search;
}

void Workbench::showKeys() {
    const Place* place = find(m_current);
    if (!place)
        return;
    if (!m_keys)
        m_keys = new KeyMap(this);
    m_keys->show(place->name(), m_pages.value(m_current)->keys(), everywhere());
}

/// What the parts around the places listen to, also while nothing waits in them.
std::vector<KeyLine> Workbench::everywhere() const {
    std::vector<KeyLine> all;
    for (const QWidget* part :
        {static_cast<QWidget*>(m_top), static_cast<QWidget*>(m_held), static_cast<QWidget*>(m_unprinted), static_cast<QWidget*>(m_rail)})
        for (const KeyLine& line : keyLines(*part))
            all.push_back(line);
    return all;
}

void Workbench::countDossiers() {
    if (find(QStringLiteral("approval")))
        if (const auto tray = m_counter.approval().tray())
            m_rail->setCount(QStringLiteral("approval"), static_cast<int>(tray->size()));
    if (find(QStringLiteral("handover")))
        if (const auto waiting = m_counter.handOver().waiting())
            m_rail->setCount(QStringLiteral("handover"), static_cast<int>(std::count_if(waiting->begin(), waiting->end(),
                                                             [this](const auto& row) { return m_counter.handOver().isHere(row); })));
    if (const auto accepted = m_counter.dossiers().list({.states = {domain::State::Accepted}, .closed = false}))
        m_rail->setCount(QStringLiteral("dossiers"), static_cast<int>(std::count_if(accepted->begin(), accepted->end(), [this](const auto& row) {
            return counter::isReturned(row) && m_counter.approval().isHere(row);
        })));
}

void Workbench::countRefusals() {
    m_rail->setCount(QStringLiteral("sync"), m_counter.sync().needingYou());
}

void Workbench::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fitRail();
}

void Workbench::changeEvent(QEvent* event) {
    if (event->type() == QEvent::StyleChange)
        fitRail();
    QWidget::changeEvent(event);
}

/// Large text leaves less room: the places need it more than their names do.
void Workbench::fitRail() {
    constexpr int roomy = 1200;
    m_rail->setCompact(width() < theme().metrics().px(roomy));
}

void Workbench::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        m_notice->dismiss();
    QWidget::keyPressEvent(event);
}

}
