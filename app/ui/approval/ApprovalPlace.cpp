#include "app/ui/approval/ApprovalPlace.h"

#include "app/ui/approval/OpenDossier.h"
#include "app/ui/intake/PageKeys.h"
#include "app/ui/style/Theme.h"
#include "app/ui/text/ErrorText.h"
#include "app/ui/text/ResultWords.h"
#include "app/ui/text/Words.h"
#include "app/ui/widgets/Banner.h"
#include "app/ui/widgets/Card.h"
#include "app/ui/widgets/DossierList.h"
#include "app/ui/widgets/EmptyState.h"
#include "app/ui/widgets/PromptColumn.h"
#include "app/ui/widgets/ReasonPrompt.h"

#include <QHBoxLayout>
#include <QTableView>

#include <algorithm>

namespace motcua::ui {

ApprovalPlace::ApprovalPlace(counter::Counter& counter, QWidget* parent)
    : PlacePage(parent), m_counter(counter), m_desk(counter.approval()),
      m_tray(new DossierList(
          &counter.desk().calendar(), [&counter] { return counter.desk().now(); }, this)),
      m_dossier(new OpenDossier(counter, this)), m_prompt(new ReasonPrompt(counter.jottings(), this)), m_standing(new Banner(this)),
      m_pageKeys(new PageKeys(
          this, [this](int direction) { m_dossier->turn(direction); }, [] { return true; })) {
    addActions();
    layOut();
    wire();
    retranslate();
}

void ApprovalPlace::addActions() {
    m_reveal = addAction(ButtonKind::Quiet, QStringLiteral("eye"), QKeySequence(Qt::Key_F4));
    m_paper = addAction(ButtonKind::Quiet, QStringLiteral("file-text"), QKeySequence(Qt::Key_F5));
    m_tick = addAction(ButtonKind::Quiet, QStringLiteral("copy-check"), QKeySequence(Qt::Key_F6));
    m_ask = addAction(ButtonKind::Secondary, QStringLiteral("hand-helping"), QKeySequence(Qt::Key_F7));
    m_return = addAction(ButtonKind::Secondary, QStringLiteral("undo-2"), QKeySequence(Qt::Key_F8));
    m_approve = addAction(ButtonKind::Primary, QStringLiteral("stamp"), QKeySequence(Qt::Key_F9));
    connect(m_reveal, &QPushButton::clicked, this, [this] { m_dossier->setRevealed(!m_dossier->isRevealed()); });
    connect(m_paper, &QPushButton::clicked, this, [this] {
        m_dossier->setAttestationWhole(!m_dossier->isAttestationWhole());
        showAttestationKey();
    });
    connect(m_tick, &QPushButton::clicked, this, &ApprovalPlace::tickAll);
    connect(m_ask, &QPushButton::clicked, this, [this] { claim(m_tray->current(), counter::Decision::Look); });
    connect(m_return, &QPushButton::clicked, this, &ApprovalPlace::askReason);
    connect(m_approve, &QPushButton::clicked, this, &ApprovalPlace::approve);
}

void ApprovalPlace::layOut() {
    m_tray->setCheckable(true);
    m_tray->setCompact(true);
    m_tray->model()->setVisitsHeaded(true);
    m_tray->emptyState()->setWords(QString(), QString());
    auto* trayCard = new Card(this);
    trayCard->setFlush(true);
    trayCard->body()->addWidget(m_tray, 1);
    m_standing->setClosable(false);
    auto* opened = new QWidget(this);
    auto* right = new QVBoxLayout(opened);
    right->setContentsMargins({});
    right->setSpacing(theme().metrics().space(3));
    right->addWidget(m_standing);
    auto* asking = new PromptColumn(this);
    asking->addPrompt(m_prompt);
    asking->body()->addWidget(m_dossier, 1);
    right->addWidget(asking, 1);
    m_columns = new QHBoxLayout;
    m_columns->setSpacing(theme().metrics().space(3));
    m_columns->addWidget(trayCard);
    m_columns->addWidget(opened);
    body()->addLayout(m_columns, 1);
    fitColumns();
}

/// Two papers beside each other need the tray's room.
void ApprovalPlace::fitColumns() {
    m_columns->setStretch(0, m_dossier->isRoomy() ? 1 : 4);
    m_columns->setStretch(1, m_dossier->isRoomy() ? 4 : 7);
}

void ApprovalPlace::resizeEvent(QResizeEvent* event) {
    PlacePage::resizeEvent(event);
    fitColumns();
}

void ApprovalPlace::wire() {
    connect(m_tray, &DossierList::currentChanged, this, &ApprovalPlace::showCurrent);
    connect(m_tray, &DossierList::checkedChanged, this, [this] {
        weighTicked();
        showCurrent();
    });
    connect(m_tray, &DossierList::opened, this, &PlacePage::dossierRequested);
    m_dossier->turnPagesFrom(m_tray->view());
    m_pageKeys->takeFrom(m_tray->view());
    connect(m_prompt, &ReasonPrompt::given, this, &ApprovalPlace::returnToClerk);
    connect(m_prompt, &ReasonPrompt::cancelled, this, [this] {
        showStanding();
        m_tray->setFocus();
    });
    connect(&m_counter.jottings(), &counter::Jottings::restored, m_prompt, &QWidget::hide);
    connect(m_dossier, &OpenDossier::failed, this, [this](const base::Error& error) { banner()->show(error); });
    connect(&m_counter, &counter::Counter::archiveChanged, this, &ApprovalPlace::refresh);
    connect(&m_counter.numbers(), &counter::NumberDesk::changed, this, &ApprovalPlace::showSubtitle);
    connect(&m_desk, &counter::ApprovalDesk::trayChanged, this, &ApprovalPlace::refresh);
    connect(&m_desk, &counter::ApprovalDesk::approved, this, [this](const std::vector<domain::DossierId>& approved) {
        if (m_front)
            tell(approved);
    });
    connect(&m_counter.held(), &counter::HeldActs::takenBack, this, [this](const counter::HeldAct& act) {
        if (m_front)
            m_tray->select(act.dossier);
    });
    connect(&m_desk, &counter::ApprovalDesk::dossierArrived, this, &ApprovalPlace::arrived);
    connect(&m_desk, &counter::ApprovalDesk::claimFailed, this, [this](domain::DossierId dossier, const base::Error& error) {
        m_askers.remove(dossier);
        banner()->show(error);
        showStanding();
    });
}

void ApprovalPlace::activate() {
    m_front = true;
    refresh();
    showCurrent();
    m_tray->setFocus();
}

void ApprovalPlace::deactivate() {
    m_front = false;
    m_dossier->setRevealed(false);
    m_desk.setOpen(m_dossier->dossier(), false);
}

/// Ticks above all: nothing is approved that somebody else ticked.
void ApprovalPlace::forget() {
    m_tray->setRows({});
    weighTicked();
    m_prompt->hide();
    showCurrent();
}

void ApprovalPlace::openDossier(domain::DossierId dossier) {
    m_tray->select(dossier);
}

void ApprovalPlace::refresh() {
    if (!m_counter.desk().may(domain::Role::Supervisor))
        return;
    auto rows = m_desk.tray();
    if (!rows) {
        banner()->show(rows.error());
        return;
    }
    emit badgeChanged(static_cast<int>(rows->size()));
    if (!m_front)
        return;
    m_tray->setRows(std::move(*rows));
    weighTicked();
    showCurrent();
}

/// A day before the numbers of a book run out it is said where they are given.
void ApprovalPlace::showSubtitle() {
    QString words = tr("Submitted dossiers, the oldest deadline first");
    for (const counter::NumbersLeft& book : m_counter.numbers().left())
        if (book.few && book.runsOut.isValid() && !domain::isSlipSeries(book.symbol))
            words += QStringLiteral(" · ") + tr("numbers of %1: %n left at this desk", nullptr, book.left).arg(book.symbol);
    setSubtitle(words);
}

void ApprovalPlace::showCurrent() {
    const domain::DossierId before = m_dossier->dossier();
    const domain::DossierId now = m_tray->current();
    if (before != now) {
        if (!before.isNull())
            m_desk.setOpen(before, false);
        m_prompt->hide();
    }
    if (m_front && !now.isNull())
        m_desk.setOpen(now, true);
    m_dossier->open(now, aheadOf(now));
    showAttestationKey();
    showStanding();
}

/// What is ticked takes its numbers from the top down.
std::vector<domain::DossierId> ApprovalPlace::aheadOf(domain::DossierId dossier) const {
    std::vector<domain::DossierId> ticked = m_tray->checked();
    const auto own = std::find(ticked.begin(), ticked.end(), dossier);
    if (own == ticked.end())
        return {};
    ticked.erase(own, ticked.end());
    return ticked;
}

void ApprovalPlace::showAttestationKey() {
    m_paper->setVisible(m_tray->currentRow() && m_dossier->hasAttestation());
    m_paper->setLabel(m_dossier->isAttestationWhole() ? tr("Show the scan") : tr("Attestation in full"));
}

void ApprovalPlace::weighTicked() {
    const auto ticked = m_tray->checked();
    m_obstacles = ticked.empty() ? std::vector<std::pair<domain::DossierId, base::Error>>() : m_desk.obstaclesTo(ticked);
}

void ApprovalPlace::showTickedObstacles() {
    constexpr size_t mostNamed = 3;
    QStringList lines;
    for (size_t i = 0; i < qMin(mostNamed, m_obstacles.size()); ++i)
        lines << QStringLiteral("%1: %2").arg(codeOf(m_obstacles[i].first), errorWords(m_obstacles[i].second).what);
    const bool none = m_obstacles.size() == m_tray->checked().size();
    m_standing->show(Tone::Warning, tr("%n of the ticked dossiers cannot be approved by you.", nullptr, static_cast<int>(m_obstacles.size())),
        lines.join(QLatin1Char('\n')), none ? QString() : tr("F9 approves the others; these stay in the tray."));
}

/// That it lies on another desk is no obstacle: it is asked for.
base::Outcome ApprovalPlace::mayApprove(domain::DossierId dossier) const {
    auto may = m_desk.mayDecide(dossier);
    return !may && may.error().code == QLatin1String("dossier.not-holder") ? base::done() : may;
}

/// What whoever is seated may do with the dossier, in words before it is tried.
void ApprovalPlace::showStanding() {
    const domain::ports::DossierRow* row = m_tray->currentRow();
    const int ticked = static_cast<int>(m_tray->checked().size());
    m_approve->setLabel(ticked > 0 ? tr("Approve %n ticked", nullptr, ticked) : tr("Approve"));
    m_approve->setIconName(ticked > 0 ? QStringLiteral("check-check") : QStringLiteral("stamp"));
    m_tick->setVisible(!m_tray->rows().empty());
    m_reveal->setVisible(row);
    const bool here = row && m_desk.isHere(*row);
    const bool asked = row && m_desk.isClaimed(row->id);
    const QString who = row && !here ? m_counter.dossiers().whoHolds(row->id) : QString();
    const base::Outcome may = row ? mayApprove(row->id) : base::Outcome(base::done());
    // A decision against it needs neither a title nor an authority, and certifies nothing.
    const bool mayReturn = may || may.error().code.startsWith(QLatin1String("dossier.signer-"));
    m_ask->setVisible(row && !here && !asked);
    m_return->setEnabled(row && here && mayReturn);
    // Nothing is approved by a slip of the finger while a reason against it is being written.
    m_approve->setEnabled(
        m_prompt->isHidden() && (ticked > static_cast<int>(m_obstacles.size()) || (ticked == 0 && row && !asked && may.has_value())));
    if (!m_obstacles.empty())
        showTickedObstacles();
    else if (!row)
        m_standing->clear();
    else if (asked)
        m_standing->show(Tone::Info, tr("Asking for %1 …").arg(row->code),
            who.isEmpty() ? tr("It still lies on the clerk's desk.") : tr("It still lies on the desk of %1.").arg(who),
            tr("It comes within seconds while there is a line; go on with the next one meanwhile."));
    else if (!here && may)
        m_standing->show(Tone::Info,
            who.isEmpty() ? tr("This dossier lies on another station's desk.") : tr("This dossier lies on the desk of %1.").arg(who), {},
            tr("F9 asks for it and approves it when it comes; F7 only asks for it."));
    else if (!may)
        showObstacle(row->id, may.error());
    else if (m_desk.isTwoHat(row->id))
        m_standing->show(
            Tone::Warning, tr("You received this dossier yourself."), {}, tr("The unit's two-hat rule lets you approve it; the record will say so."));
    else
        m_standing->clear();
}

/// Whose affair it is, an error does not say: it may end in a log.
void ApprovalPlace::showObstacle(domain::DossierId dossier, const base::Error& error) {
    const auto conflict = error.code.startsWith(QLatin1String("dossier.signer-is-")) ? m_desk.conflictIn(dossier) : std::nullopt;
    if (!conflict || conflict->isSelf) {
        m_standing->show(error);
        return;
    }
    const ErrorWords words = errorWords(error);
    m_standing->show(words.tone, tr("%1 stands in this dossier, whom you have declared as a relative (%2).").arg(conflict->name, conflict->relation),
        words.kept, words.next);
}

/// What is ticked is what is meant, wherever the cursor stands.
void ApprovalPlace::approve() {
    if (m_tray->checked().empty())
        approveCurrent();
    else
        approveChecked();
}

void ApprovalPlace::approveCurrent() {
    const domain::ports::DossierRow* row = m_tray->currentRow();
    if (!row)
        return;
    banner()->clear();
    if (!m_desk.isHere(*row)) {
        claim(row->id, counter::Decision::Approve);
        return;
    }
    if (const auto decided = m_desk.holdApproval(row->id); !decided)
        banner()->show(decided.error());
    m_tray->setFocus();
}

/// Of several in one book: from which number to which.
void ApprovalPlace::tell(const std::vector<domain::DossierId>& approved) {
    QStringList numbers;
    bool twoHat = false;
    for (const domain::DossierId id : approved) {
        const auto dossier = m_counter.runner().dossier(id);
        if (!dossier)
            continue;
        const domain::BookEntry* entry = dossier->liveEntry();
        const domain::JobKind* job = m_counter.desk().jobs().find(dossier->job.kind, dossier->job.version);
        numbers << (entry ? QStringLiteral("%1 · %2").arg(dossier->code, words::entryNumber(*entry, job)) : dossier->code);
        twoHat = twoHat || dossier->twoHat;
    }
    if (numbers.isEmpty())
        return;
    const QString what =
        numbers.size() == 1
            ? tr("Approved: %1.").arg(numbers.front())
            : tr("%n dossier(s) approved, from %1 to %2.", nullptr, static_cast<int>(numbers.size())).arg(numbers.front(), numbers.back());
    emit noticed({Tone::Success, twoHat ? what + QLatin1Char(' ') + tr("Recorded under the two-hat rule.") : what});
}

void ApprovalPlace::approveChecked() {
    const auto ticked = m_tray->checked();
    QHash<domain::DossierId, QString> codes;
    for (const domain::DossierId id : ticked)
        codes.insert(id, codeOf(id));
    banner()->clear();
    const counter::ApprovalReport report = m_desk.approveMany(ticked);
    for (const domain::DossierId id : report.askedFor)
        m_askers.insert(id, m_counter.desk().account().id);
    const int asked = static_cast<int>(report.askedFor.size());
    QStringList told;
    if (asked > 0)
        told << tr("%n dossier(s) asked for from another desk; each is approved when it comes.", nullptr, asked);
    if (!told.isEmpty())
        emit noticed({Tone::Success, told.join(QLatin1Char(' '))});
    if (!report.notApproved.empty()) {
        QStringList lines;
        for (const auto& [id, error] : report.notApproved)
            lines << QStringLiteral("%1: %2").arg(codes.value(id), errorWords(error).what);
        banner()->show(Tone::Warning, tr("%1 approved, %2 not approved.").arg(report.approved).arg(report.notApproved.size()),
            lines.join(QLatin1Char('\n')), tr("What was not approved stays in the tray."));
    }
    m_tray->setFocus();
}

void ApprovalPlace::askReason() {
    banner()->clear();
    m_prompt->ask(QStringLiteral("return/") + m_tray->current().toString(), tr("Return %1 to the clerk: why?").arg(codeOf(m_tray->current())),
        tr("Return it"),
        {tr("The scan cannot be read: scan the paper again"), tr("What was entered does not agree with the papers"), tr("A paper is missing"),
            tr("There is a ground of refusal: refuse it")});
    showStanding();
}

void ApprovalPlace::returnToClerk(const QString& reason) {
    if (const auto returned = m_desk.holdReturn(m_tray->current(), reason); !returned) {
        banner()->show(returned.error());
        showStanding();
    } else {
        m_prompt->settle();
    }
    m_tray->setFocus();
}

void ApprovalPlace::tickAll() {
    m_tray->model()->setAllChecked(m_tray->checked().size() < m_tray->rows().size());
}

void ApprovalPlace::claim(domain::DossierId dossier, counter::Decision then) {
    if (dossier.isNull())
        return;
    banner()->clear();
    m_askers.insert(dossier, m_counter.desk().account().id);
    m_desk.claim(dossier, then);
    showStanding();
}

/// Approves only for whoever asked and still sits here; else the dossier is offered.
void ApprovalPlace::arrived(domain::DossierId dossier, counter::Decision then) {
    const bool same = m_askers.take(dossier) == m_counter.desk().account().id;
    refresh();
    if (then == counter::Decision::Approve && same && m_front) {
        if (const auto decided = m_desk.holdApproval(dossier); !decided)
            banner()->show(decided.error());
        return;
    }
    emit noticed({Tone::Info, tr("%1 has come to this desk: F9 approves, F8 returns it.").arg(codeOf(dossier))});
}

QString ApprovalPlace::codeOf(domain::DossierId id) const {
    const auto dossier = m_counter.runner().dossier(id);
    return dossier ? dossier->code : QString();
}

std::vector<KeyLine> ApprovalPlace::moreKeys() const {
    return {{QStringLiteral("Space"), tr("Tick the dossier under the cursor, or all of its visit")},
        {QStringLiteral("Enter"), tr("Open the whole dossier")}, {QStringLiteral("←, →"), tr("Turn the scanned pages")},
        {QStringLiteral("↑, ↓, Home, End"), tr("From dossier to dossier")}};
}

void ApprovalPlace::retranslate() {
    setTitle(tr("Approval"));
    showSubtitle();
    m_reveal->setLabel(tr("Show numbers"));
    m_tick->setLabel(tr("Tick all"));
    showAttestationKey();
    m_ask->setLabel(tr("Ask for it"));
    m_pageKeys->say(tr("Turn the scanned pages"));
    m_return->setLabel(tr("Return"));
    m_tray->emptyState()->setWords(tr("The tray is empty"), tr("What clerks submit comes here by itself."));
    showStanding();
}

}
