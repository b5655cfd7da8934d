#include "app/ui/sync/SyncPlace.h"

#include "app/domain/EventCodec.h"
#include "app/ui/style/Theme.h"
#include "app/ui/text/ErrorText.h"
#include "app/ui/text/Words.h"
#include "app/ui/widgets/Banner.h"
#include "app/ui/widgets/Card.h"
#include "app/ui/widgets/EmptyState.h"
#include "app/ui/widgets/FactGrid.h"
#include "app/ui/widgets/ReasonPrompt.h"
#include "app/ui/widgets/ScrollColumn.h"
#include "app/ui/widgets/TextLabel.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QStackedWidget>
#include <QTableView>

#include <algorithm>
#include <chrono>

namespace motcua::ui {

namespace {

constexpr int shownItems = 500;
constexpr int shownHead = 12;

}

SyncPlace::SyncPlace(counter::Counter& counter, QWidget* parent)
    : PlacePage(parent), m_counter(counter), m_desk(counter.sync()), m_lineCard(new Card(this)), m_line(new TextLabel(TextRole::Title, m_lineCard)),
      m_lineFacts(new FactGrid(m_lineCard)), m_confirmedCard(new Card(this)), m_confirmed(new TextLabel(TextRole::Title, m_confirmedCard)),
      m_confirmedFacts(new FactGrid(m_confirmedCard)), m_receivedCard(new Card(this)), m_receivedFacts(new FactGrid(m_receivedCard)),
      m_queueCard(new Card(this)), m_stack(new QStackedWidget(m_queueCard)), m_table(new QTableView(m_stack)), m_model(new QueueModel(this)),
      m_empty(new EmptyState(QStringLiteral("cloud-check"), m_stack)), m_doubts(new Banner(this)), m_clock(new Banner(this)),
      m_versions(new Banner(this)), m_why(new ReasonPrompt(counter.jottings(), this)) {
    addActions();
    layOut();
    connect(&m_desk, &counter::SyncDesk::changed, this, &SyncPlace::refresh);
    connect(&m_counter, &counter::Counter::archiveChanged, this, &SyncPlace::refresh);
    connect(&m_counter.clockWatch(), &counter::ClockWatch::believed, this, &SyncPlace::showClock);
    connect(m_doubts, &Banner::closed, this, [this] {
        if (const auto doubts = m_desk.doubts(); !doubts.empty())
            m_desk.seenDoubt(doubts.front().why.code);
    });
    connect(&m_tick, &QTimer::timeout, this, &SyncPlace::showLine);
    connect(&m_tick, &QTimer::timeout, this, &SyncPlace::showClock);
    retranslate();
}

void SyncPlace::addActions() {
    m_open = addAction(ButtonKind::Quiet, QStringLiteral("folder-open"), QKeySequence(Qt::Key_F4));
    m_believe = addAction(ButtonKind::Secondary, QStringLiteral("clock"), QKeySequence(Qt::Key_F7));
    m_again = addAction(ButtonKind::Secondary, QStringLiteral("send"), QKeySequence(Qt::Key_F8));
    m_anew = addAction(ButtonKind::Secondary, QStringLiteral("file-plus-2"), QKeySequence(Qt::Key_F6));
    m_seen = addAction(ButtonKind::Secondary, QStringLiteral("check"), QKeySequence(Qt::Key_F5));
    m_try = addAction(ButtonKind::Primary, QStringLiteral("refresh-cw"), QKeySequence(Qt::Key_F9));
    connect(m_open, &QPushButton::clicked, this, &SyncPlace::openCurrent);
    connect(m_believe, &QPushButton::clicked, &m_counter.clockWatch(), &counter::ClockWatch::believe);
    connect(m_again, &QPushButton::clicked, this, &SyncPlace::sendAgain);
    connect(m_anew, &QPushButton::clicked, this, &SyncPlace::receiveAgain);
    connect(m_seen, &QPushButton::clicked, this, &SyncPlace::askWhySeenTo);
    connect(m_why, &ReasonPrompt::given, this, &SyncPlace::seeTo);
    connect(m_why, &ReasonPrompt::cancelled, this, [this] { m_table->setFocus(); });
    connect(m_try, &QPushButton::clicked, this, [this] {
        m_desk.tryNow();
        emit noticed({Tone::Info, tr("Trying now …")});
    });
}

void SyncPlace::layOut() {
    m_doubts->setClosable(false);
    body()->addWidget(m_doubts);
    m_clock->setClosable(false);
    body()->addWidget(m_clock);
    m_versions->setClosable(false);
    body()->addWidget(m_versions);
    body()->addWidget(m_why);
    m_line->setWordWrap(true);
    m_confirmed->setWordWrap(true);
    m_lineCard->body()->addWidget(m_line);
    m_lineCard->body()->addWidget(m_lineFacts);
    m_confirmedCard->body()->addWidget(m_confirmed);
    m_confirmedCard->body()->addWidget(m_confirmedFacts);
    m_receivedCard->body()->addWidget(m_receivedFacts);
    for (Card* card : {m_lineCard, m_confirmedCard, m_receivedCard})
        card->body()->addStretch();
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setWordWrap(true);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(theme().metrics().rowHeight());
    m_table->horizontalHeader()->setHighlightSections(false);
    for (const int column : {QueueModel::What, QueueModel::Dossier, QueueModel::Done, QueueModel::Step})
        m_table->horizontalHeader()->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(QueueModel::Answer, QHeaderView::Stretch);
    connect(m_table->horizontalHeader(), &QHeaderView::sectionResized, this, &SyncPlace::fitRows);
    m_table->installEventFilter(this);
    m_why->installEventFilter(this);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &SyncPlace::showActs);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    m_queueCard->setFlush(true);
    m_queueCard->body()->addWidget(m_stack, 1);
    auto* facts = new QWidget(this);
    m_cards = new QBoxLayout(QBoxLayout::LeftToRight, facts);
    m_cards->setContentsMargins({});
    m_cards->setSpacing(theme().metrics().space(3));
    for (Card* card : {m_lineCard, m_confirmedCard, m_receivedCard})
        m_cards->addWidget(card, 1);
    m_facts = new ScrollColumn(facts, this);
    m_halves = new QBoxLayout(QBoxLayout::TopToBottom);
    m_halves->setSpacing(theme().metrics().space(3));
    m_halves->addWidget(m_facts, 2);
    m_halves->addWidget(m_queueCard, 3);
    body()->addLayout(m_halves, 1);
    fitHalves();
}

/// On a low screen the cards stand beside the list instead of above it.
void SyncPlace::fitHalves() {
    constexpr int high = 560;
    const bool low = height() < theme().metrics().px(high);
    m_cards->setDirection(low ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_halves->setDirection(low ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_facts->setWhole(!low);
}

void SyncPlace::resizeEvent(QResizeEvent* event) {
    PlacePage::resizeEvent(event);
    fitHalves();
}

void SyncPlace::activate() {
    m_tick.start(std::chrono::seconds{5});
    refresh();
    m_stack->currentWidget()->setFocus();
}

void SyncPlace::deactivate() {
    m_tick.stop();
    m_why->hide();
    m_asked = 0;
}

void SyncPlace::refresh() {
    if (isHidden())
        return;
    showDoubts();
    showClock();
    showLine();
    showConfirmed();
    showReceived();
    showVersions();
    showQueue();
}

/// Who cannot read all that this program writes: the province first, which holds everybody up, then the oldest desk of the unit.
void SyncPlace::showVersions() {
    const auto reads = m_desk.readVersions();
    if (!reads) {
        banner()->show(reads.error());
        return;
    }
    if (reads->platform < domain::newestRecordVersion) {
        m_versions->show(Tone::Warning, tr("The province still runs an older program."), tr("What that program knows is done and sent as always."),
            tr("Jobs that only this program knows wait until the province has updated."));
        return;
    }
    if (reads->oldestDesk >= domain::newestRecordVersion) {
        m_versions->clear();
        return;
    }
    const QString desk = reads->oldestDeskName.isEmpty() ? tr("A desk of the unit") : reads->oldestDeskName;
    m_versions->show(Tone::Warning,
        tr("%1 has not been opened with this program yet; it does not see the dossiers that only this program knows.").arg(desk),
        tr("The province holds them; the other desks see them."), tr("They appear there as soon as that desk is opened with this program."));
}

void SyncPlace::showDoubts() {
    const auto doubts = m_desk.doubts();
    if (doubts.empty())
        m_doubts->clear();
    else
        m_doubts->show(doubts.front().why);
    m_doubts->setClosable(!doubts.empty() && !doubts.front().blocks);
}

void SyncPlace::showClock() {
    const auto sound = m_counter.clockWatch().check();
    m_believe->setVisible(!sound);
    if (sound)
        m_clock->clear();
    else
        m_clock->show(sound.error());
}

void SyncPlace::showLine() {
    const engine::Status& status = m_desk.status();
    const QDateTime now = m_counter.desk().now();
    switch (status.line) {
    case engine::Line::Up:
        m_line->setText(tr("Connected"));
        break;
    case engine::Line::Down:
        m_line->setText(tr("No line: work goes on here"));
        break;
    case engine::Line::Unknown:
        m_line->setText(tr("Looking for the line"));
        break;
    }
    m_line->setTone(status.line == engine::Line::Up ? Tone::Success : Tone::Warning);
    m_lineFacts->setFacts({
        {tr("Last contact"), status.lastContact.isValid() ? words::moment(status.lastContact, now) : tr("not yet")},
        {tr("Next try"), words::moment(status.nextTry, now)},
        {tr("Sending"), QueueModel::stepWords(status.push)},
        {tr("Last answer"), status.lastError.code.isEmpty() ? QString() : errorWords(status.lastError).what, Tone::Warning},
    });
}

/// Also while something needs a person.
bool SyncPlace::holdsAll() const {
    const engine::Status& status = m_desk.status();
    return status.acknowledged > 0 && status.unsent == 0 && status.unsentBlobs == 0 && m_desk.standing() != counter::Standing::Waiting;
}

void SyncPlace::showConfirmed() {
    const engine::Status& status = m_desk.status();
    const counter::Standing standing = m_desk.standing();
    const bool all = holdsAll();
    m_confirmed->setText(tr("%1 of %2 records").arg(status.acknowledged).arg(status.acknowledged + status.unsent));
    m_confirmed->setTone(all ? Tone::Success : Tone::Warning);
    const QString head = status.confirmedHead.isEmpty() ? QString() : status.confirmedHead.left(shownHead) + QStringLiteral("…");
    m_confirmedFacts->setFacts({
        {tr("State"), all ? tr("The province holds all of it") : standingWords(standing), all ? Tone::Success : Tone::Neutral},
        {tr("Not sent yet"), status.unsent > 0 ? QString::number(status.unsent) : QString()},
        {tr("Scans not sent yet"), status.unsentBlobs > 0 ? QString::number(status.unsentBlobs) : QString()},
        {tr("Signed chain head"), head},
    });
}

QString SyncPlace::standingWords(counter::Standing standing) {
    switch (standing) {
    case counter::Standing::Nothing:
        return tr("Nothing was recorded at this desk yet");
    case counter::Standing::Confirmed:
        return tr("The province holds all of it");
    case counter::Standing::Waiting:
    case counter::Standing::NeedsYou:
        break;
    }
    return tr("Kept safely here until it is confirmed");
}

void SyncPlace::showReceived() {
    const engine::Status& status = m_desk.status();
    const auto& archive = m_counter.archive();
    m_receivedFacts->setFacts({
        {tr("Receiving"), status.pull == engine::Step::Idle ? tr("Up to date") : QueueModel::stepWords(status.pull)},
        {tr("Procedures"), tr("%1 (catalogue %2)").arg(archive.catalogue().procedures().size()).arg(archive.catalogue().version())},
        {tr("Accounts of the unit"), QString::number(archive.accounts().size())},
        {tr("Dossier serials"), QStringLiteral("%1 – %2").arg(archive.codeRange().first).arg(archive.codeRange().last)},
    });
}

void SyncPlace::showQueue() {
    const auto refusals = m_desk.refusals();
    const auto unsent = m_desk.unsent(shownItems);
    if (!refusals || !unsent) {
        banner()->show(refusals ? unsent.error() : refusals.error());
        return;
    }
    auto items = this->items(*refusals, *unsent);
    const int row = m_table->currentIndex().row();
    const auto count = static_cast<int>(items.size());
    const auto refused = static_cast<int>(std::count_if(items.begin(), items.end(), [](const auto& item) { return item.refused && !item.isSeenTo; }));
    m_model->setItems(std::move(items), m_desk.status(), m_counter.desk().now());
    fitRows();
    showNone();
    m_stack->setCurrentWidget(count == 0 ? static_cast<QWidget*>(m_empty) : m_table);
    if (count > 0)
        m_table->setCurrentIndex(m_model->index(qBound(0, row, count - 1), 0));
    m_queueCard->setCaption(refused > 0 ? tr("%n need(s) you", nullptr, refused) : QString());
    emit badgeChanged(refused);
    showActs();
}

std::vector<QueueModel::Item> SyncPlace::items(
    const std::vector<domain::ports::RefusedItem>& refused, const std::vector<domain::ports::UnsentItem>& unsent) const {
    std::vector<QueueModel::Item> items;
    const auto add = [&](const domain::ports::RefusedItem& item) {
        items.push_back({{item.seq, item.kind, item.dossier, item.code, item.at, true}, {item.reason, item.detail}, true, item.forGood,
            m_desk.personOf(item), item.isSeenTo});
    };
    for (const domain::ports::RefusedItem& item : refused)
        if (!m_desk.isBeingSeenTo(item.seq))
            add(item);
    const bool isListed = std::any_of(refused.begin(), refused.end(), [this](const auto& item) { return item.seq == m_asked; });
    if (const auto receipt = m_asked != 0 && !isListed ? m_desk.receipt(m_asked) : std::nullopt)
        add(*receipt);
    for (const domain::ports::UnsentItem& item : unsent)
        if (!item.refused)
            items.push_back({item, {}, false});
    return items;
}

/// Also when a column becomes wider or narrower: texts are not to touch what is above and below.
void SyncPlace::fitRows() {
    m_table->resizeRowsToContents();
    for (int row = 0; row < m_model->rowCount(); ++row)
        m_table->setRowHeight(row, m_table->rowHeight(row) + theme().metrics().space(2));
}

void SyncPlace::select(qint64 seq) {
    const auto& items = m_model->items();
    const auto item = std::find_if(items.begin(), items.end(), [seq](const auto& each) { return each.unsent.seq == seq; });
    if (item != items.end())
        m_table->setCurrentIndex(m_model->index(static_cast<int>(item - items.begin()), 0));
}

void SyncPlace::openReceipt(qint64 seq) {
    m_asked = seq;
    refresh();
    select(seq);
}

/// No list is no promise: the words are those of the card above.
void SyncPlace::showNone() {
    const counter::Standing standing = m_desk.standing();
    m_empty->setWords(
        holdsAll() ? tr("The province has all of it") : standingWords(standing), tr("What is done from now on appears here until it is confirmed."));
}

const QueueModel::Item* SyncPlace::current() const {
    const int row = m_table->currentIndex().row();
    return row >= 0 && row < m_model->rowCount() ? &m_model->items()[static_cast<size_t>(row)] : nullptr;
}

void SyncPlace::showActs() {
    const QueueModel::Item* item = current();
    const bool isGone = item && item->forGood && item->unsent.kind == QLatin1String("dossier-received");
    m_why->setHidden(m_why->isHidden() || !item || item->unsent.seq != m_seeing);
    m_again->setVisible(item && item->refused && !item->forGood);
    m_anew->setVisible(isGone);
    m_seen->setVisible(item && item->forGood && !item->isSeenTo);
    // Whoever only looks after the machine sees no citizen's name.
    const int atCounter = static_cast<int>(domain::Role::Clerk) | static_cast<int>(domain::Role::Supervisor);
    const bool mayOpen = (m_counter.desk().account().roles & atCounter) != 0;
    m_open->setVisible(mayOpen && item && !item->unsent.dossier.isNull() && m_counter.archive().dossier(item->unsent.dossier).has_value());
}

void SyncPlace::sendAgain() {
    const QueueModel::Item* item = current();
    if (!item)
        return;
    m_desk.sendAgain(item->unsent.seq);
    emit noticed({Tone::Info, tr("It is sent again; the answer appears here.")});
    m_table->setFocus();
}

/// A citizen holds a receipt: nothing but a word of why lets it go, or the receipt that is made anew.
void SyncPlace::askWhySeenTo() {
    const QueueModel::Item* item = current();
    if (!item)
        return;
    m_seeing = item->unsent.seq;
    if (!m_desk.needsReason(m_seeing)) {
        seeTo({});
        return;
    }
    const QString who = item->person.isEmpty() ? item->unsent.code : item->person;
    m_why->ask(QStringLiteral("seen-to/") + item->unsent.dossier.toString(),
        tr("%1 holds a receipt that does not stand. Why is nothing received anew?").arg(who), tr("Seen to"),
        {tr("It was received anew already"), tr("The citizen needs it no more"), tr("Nobody came: it was recorded by mistake")});
}

void SyncPlace::seeTo(const QString& reason) {
    if (const auto held = m_desk.seeTo(m_seeing, reason); !held)
        banner()->show(held.error());
    else
        m_why->settle();
    refresh();
    m_table->setFocus();
}

void SyncPlace::openCurrent() {
    if (const QueueModel::Item* item = current(); item && !m_open->isHidden())
        emit dossierRequested(item->unsent.dossier);
}

void SyncPlace::receiveAgain() {
    const QueueModel::Item* item = current();
    if (!item)
        return;
    if (const auto begun = m_counter.intake().acts().receiveAgain(item->unsent.seq); !begun)
        banner()->show(begun.error());
    else
        emit placeRequested(QStringLiteral("intake"));
}

/// What a question is about is read with it: the cards give their room to the list meanwhile.
bool SyncPlace::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_why && (event->type() == QEvent::Show || event->type() == QEvent::Hide)) {
        m_facts->setVisible(m_why->isHidden());
        QTimer::singleShot(0, m_table, [this] { m_table->scrollTo(m_table->currentIndex()); });
    }
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            openCurrent();
            return true;
        }
    }
    return PlacePage::eventFilter(watched, event);
}

std::vector<KeyLine> SyncPlace::moreKeys() const {
    return {{QStringLiteral("Enter"), tr("Open the dossier of the record")}};
}

void SyncPlace::retranslate() {
    setTitle(tr("Synchronisation"));
    setSubtitle(tr("Nothing leaves this list before the province has confirmed it"));
    m_lineCard->setHeading(tr("Line"));
    m_confirmedCard->setHeading(tr("Confirmed by the province"));
    m_receivedCard->setHeading(tr("Received from the province"));
    m_queueCard->setHeading(tr("Not settled with the province yet"));
    m_table->setAccessibleName(tr("Records not settled with the province yet"));
    showNone();
    m_open->setLabel(tr("Open dossier"));
    m_believe->setLabel(tr("The clock is right"));
    m_again->setLabel(tr("Send again"));
    m_anew->setLabel(tr("Receive anew"));
    m_seen->setLabel(tr("Seen to"));
    m_try->setLabel(tr("Try now"));
    refresh();
}

}
