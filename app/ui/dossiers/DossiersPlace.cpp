#include "app/ui/dossiers/DossiersPlace.h"

#include "app/counter/Returned.h"
#include "app/domain/PaperNeed.h"
#include "app/ui/dossiers/DossierDetail.h"
#include "app/ui/dossiers/DossierFilterBar.h"
#include "app/ui/dossiers/SupplementCard.h"
#include "app/ui/intake/PageKeys.h"
#include "app/ui/intake/PageSources.h"
#include "app/ui/intake/PagesPanel.h"
#include "app/ui/intake/SlipPanel.h"
#include "app/ui/style/Theme.h"
#include "app/ui/text/NoCorrection.h"
#include "app/ui/text/Words.h"
#include "app/ui/widgets/Banner.h"
#include "app/ui/widgets/DossierList.h"
#include "app/ui/widgets/EmptyState.h"
#include "app/ui/widgets/KeyRest.h"
#include "app/ui/widgets/PromptColumn.h"
#include "app/ui/widgets/ReasonPrompt.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QShortcut>
#include <QTableView>

#include <algorithm>

namespace motcua::ui {

namespace {

constexpr int mostFound = 100;

}

DossiersPlace::DossiersPlace(counter::Counter& counter, QWidget* parent)
    : PlacePage(parent), m_counter(counter), m_filter(new DossierFilterBar(counter.desk(), this)),
      m_list(new DossierList(
          &counter.desk().calendar(), [&counter] { return counter.desk().now(); }, this)),
      m_detail(new DossierDetail(counter, this)), m_slip(new SlipPanel(counter.jottings(), this)),
      m_prompt(new ReasonPrompt(counter.jottings(), this)), m_answer(new ReasonPrompt(counter.jottings(), this)), m_standing(new Banner(this)),
      m_supplement(new SupplementCard(counter, this)), m_listCard(new Card(this)), m_pages(new PagesPanel(counter.supplements(), counter, this)),
      m_sources(new PageSources(counter, *this, counter.supplements())) {
    addActions();
    wireClaims();
    layOut();
    wire();
    wirePages();
    retranslate();
    showCurrent();
}

void DossiersPlace::addActions() {
    m_note = addAction(ButtonKind::Quiet, QStringLiteral("message-square"), QKeySequence(Qt::Key_F2));
    m_reveal = addAction(ButtonKind::Quiet, QStringLiteral("eye"), QKeySequence(Qt::Key_F4));
    m_book = addAction(ButtonKind::Quiet, QStringLiteral("book-open"), QKeySequence(Qt::Key_F5));
    m_print = addAction(ButtonKind::Secondary, QStringLiteral("printer"), QKeySequence(Qt::Key_F6));
    m_ask = addAction(ButtonKind::Secondary, QStringLiteral("file-question-mark"), QKeySequence(Qt::Key_F7));
    m_withdraw = addAction(ButtonKind::Secondary, QStringLiteral("undo-2"), QKeySequence(Qt::Key_F8));
    m_take = addAction(ButtonKind::Primary, QStringLiteral("file-plus-2"), QKeySequence(Qt::Key_F9));
    m_submit = addAction(ButtonKind::Secondary, QStringLiteral("send"), QKeySequence(Qt::CTRL | Qt::Key_F9));
    m_correct = addAction(ButtonKind::Primary, QStringLiteral("pencil"), QKeySequence(Qt::Key_F9));
    m_continue = addAction(ButtonKind::Primary, QStringLiteral("file-plus-2"), QKeySequence(Qt::Key_F9));
    m_fetch = addAction(ButtonKind::Primary, QStringLiteral("inbox"), QKeySequence(Qt::Key_F9));
    connect(m_fetch, &QPushButton::clicked, this, &DossiersPlace::fetch);
    connect(m_note, &QPushButton::clicked, m_detail, &DossierDetail::beginNote);
    m_searchKey = new QShortcut(QKeySequence(Qt::Key_F3), this);
    connect(m_searchKey, &QShortcut::activated, m_filter, &DossierFilterBar::beginSearch);
    connect(m_reveal, &QPushButton::clicked, m_detail, &DossierDetail::toggleRevealed);
    connect(m_book, &QPushButton::clicked, this, &DossiersPlace::showInBook);
    connect(m_print, &QPushButton::clicked, this, &DossiersPlace::showForms);
    connect(m_ask, &QPushButton::clicked, this, &DossiersPlace::askSupplement);
    connect(m_withdraw, &QPushButton::clicked, this, &DossiersPlace::askWithdrawal);
    connect(m_take, &QPushButton::clicked, this, &DossiersPlace::takePapersIn);
    connect(m_submit, &QPushButton::clicked, this, &DossiersPlace::askAnswer);
    connect(m_continue, &QPushButton::clicked, this, [this] { goOn(&counter::IntakeActs::continueDossier); });
    connect(m_correct, &QPushButton::clicked, this, [this] { goOn(&counter::IntakeActs::openCorrection); });
    m_scan = addAction(ButtonKind::Secondary, QStringLiteral("scan-line"), QKeySequence(Qt::Key_F5));
    m_import = addAction(ButtonKind::Quiet, QStringLiteral("upload"), QKeySequence(Qt::Key_F6));
    m_giveBack = addAction(ButtonKind::Primary, QStringLiteral("check"), QKeySequence(Qt::Key_F9));
    connect(m_scan, &QPushButton::clicked, m_sources, &PageSources::scan);
    connect(m_import, &QPushButton::clicked, m_sources, &PageSources::chooseFiles);
    connect(m_giveBack, &QPushButton::clicked, m_supplement, &SupplementCard::giveBack);
    m_separator = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_F6), this);
    m_separator->setAutoRepeat(false);
    connect(m_separator, &QShortcut::activated, m_sources, &PageSources::printSeparator);
    m_whyNot = new QShortcut(QKeySequence(Qt::Key_F9), this);
    connect(m_whyNot, &QShortcut::activated, this, &DossiersPlace::sayWhyNot);
    m_previousKey = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Left), this);
    m_nextKey = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Right), this);
    connect(m_previousKey, &QShortcut::activated, this, [this] { m_detail->turn(-1); });
    connect(m_nextKey, &QShortcut::activated, this, [this] { m_detail->turn(1); });
}

void DossiersPlace::layOut() {
    const Metrics& metrics = theme().metrics();
    m_list->setCompact(true);
    m_list->setColumnShown(DossierModel::Due, false);
    m_list->setColumnShown(DossierModel::State, true);
    m_listCard->setFlush(true);
    m_listCard->body()->addWidget(m_list, 1);
    m_pages->hide();
    m_standing->setClosable(false);
    auto* opened = new QWidget(this);
    auto* right = new QVBoxLayout(opened);
    right->setContentsMargins({});
    right->setSpacing(metrics.space(3));
    auto* asking = new PromptColumn(this);
    for (QWidget* prompt : {static_cast<QWidget*>(m_slip), static_cast<QWidget*>(m_prompt), static_cast<QWidget*>(m_answer)})
        asking->addPrompt(prompt);
    asking->body()->addWidget(m_supplement, 1);
    asking->body()->addWidget(m_detail, 1);
    right->addWidget(m_standing);
    right->addWidget(asking, 1);
    auto* columns = new QHBoxLayout;
    columns->setSpacing(metrics.space(3));
    columns->addWidget(m_listCard, 5);
    columns->addWidget(opened, 7);
    columns->addWidget(m_pages, 5);
    body()->addWidget(m_filter);
    body()->addLayout(columns, 1);
}

void DossiersPlace::wire() {
    connect(m_filter, &DossierFilterBar::changed, this, [this] {
        m_wanted = {};
        refresh();
    });
    m_list->view()->installEventFilter(this);
    connect(m_filter, &DossierFilterBar::entered, m_list, qOverload<>(&QWidget::setFocus));
    connect(m_filter, &DossierFilterBar::movedInList, m_list, &DossierList::move);
    connect(m_list, &DossierList::currentChanged, this, &DossiersPlace::showCurrent);
    connect(&m_counter, &counter::Counter::archiveChanged, this, &DossiersPlace::refresh);
    connect(m_detail, &DossierDetail::printRequested, this, &DossiersPlace::print);
    connect(m_detail, &DossierDetail::formsLeft, m_list, qOverload<>(&QWidget::setFocus));
    connect(m_detail, &DossierDetail::failed, this, [this](const base::Error& error) { banner()->show(error); });
    connect(m_detail, &DossierDetail::noteWritten, this, [this](const QString& text) {
        const domain::DossierId dossier = m_dossier.dossier.id;
        if (told(m_counter.dossiers().addNote(dossier, text), tr("The note is kept with the dossier."), m_list))
            m_detail->settleNote(dossier);
    });
    connect(&m_counter.jottings(), &counter::Jottings::restored, this, &DossiersPlace::leavePrompts);
    for (ReasonPrompt* prompt : {m_prompt, m_answer})
        connect(prompt, &ReasonPrompt::cancelled, this, [this] { m_list->setFocus(); });
    connect(m_answer, &ReasonPrompt::given, this, &DossiersPlace::submitAgain);
    connect(m_prompt, &ReasonPrompt::given, this, [this](const QString& reason) {
        if (told(m_counter.withdrawals().hold(m_dossier.dossier.id, reason), QString(), m_list))
            m_prompt->settle();
    });
    connect(m_slip, &SlipPanel::cancelled, this, [this] { m_list->setFocus(); });
    connect(m_slip, &SlipPanel::supplementWritten, this, [this](const QStringList& items, const QString& reason, const QString& basis) {
        if (told(m_counter.supplements().holdAsk(m_dossier.dossier.id, items, reason, basis), QString(), m_list))
            m_slip->settle();
    });
    connect(&m_counter.supplements(), &counter::Supplements::asked, this, [this] {
        if (!isHidden())
            emit noticed({Tone::Success, tr("Form 02 is being printed; the clock stands still until the papers come.")});
    });
    connect(m_supplement, &SupplementCard::failed, this, [this](const base::Error& error) { banner()->show(error); });
    connect(&m_counter.supplements(), &counter::Supplements::failed, this, [this](const base::Error& error) { banner()->show(error); });
    connect(&m_counter.supplements(), &counter::Supplements::thrownAway, this, [this] {
        emit noticed({Tone::Info, tr("What was taken in was thrown away. Ctrl+Z brings it back within 10 seconds.")});
    });
    connect(m_supplement, &SupplementCard::left, this, [this] {
        showCurrent();
        m_list->setFocus();
    });
    connect(&m_counter.supplements(), &counter::Supplements::returned, this, [this](domain::DossierId dossier) {
        const auto& missing = m_counter.printing().unprinted();
        const bool unprinted = std::any_of(missing.begin(), missing.end(), [&](const auto& each) { return each.paper.dossier == dossier; });
        if (!isHidden())
            emit noticed({Tone::Success, unprinted ? tr("The papers are in the dossier; it goes on with a new due moment.")
                                                   : tr("The papers are in the dossier; the receipt with the new due moment is being printed.")});
    });
    connect(&m_counter.printing(), &counter::Printing::printed, this, [this](const QString& form, domain::DossierId dossier) {
        if (!isHidden() && !dossier.isNull())
            emit noticed({Tone::Success, tr("%1: the printer has it.").arg(words::inLanguage(m_counter.printing().nameOf(form, dossier)))});
    });
}

void DossiersPlace::wireClaims() {
    connect(&m_counter.claims(), &counter::DossierClaims::changed, this, &DossiersPlace::showActs);
    connect(&m_counter.claims(), &counter::DossierClaims::arrived, this, [this](domain::DossierId dossier) {
        if (!isHidden() && dossier == m_dossier.dossier.id)
            emit noticed({Tone::Success, tr("The dossier lies on this desk now: F9 goes on.")});
    });
    connect(&m_counter.claims(), &counter::DossierClaims::failed, this, [this](domain::DossierId dossier, const base::Error& error) {
        if (!isHidden() && dossier == m_dossier.dossier.id)
            banner()->show(error);
    });
}

void DossiersPlace::wirePages() {
    m_pageKeys = new PageKeys(
        this, [this](int direction) { isTakingIn() ? m_pages->step(direction) : m_detail->turnPage(direction); },
        [this] { return isTakingIn() ? m_pages->hasPages() : m_detail->showsPages(); });
    m_pageKeys->takeFrom(m_list->view());
    connect(m_detail, &DossierDetail::pagesChanged, m_pageKeys, &PageKeys::refresh);
    connect(&m_counter.supplements().pages(), &counter::PageActs::changed, this, [this] {
        m_pageKeys->refresh();
        if (banner()->error().code.startsWith(QLatin1String("page.")))
            banner()->clear();
    });
    connect(m_pages, &PagesPanel::failed, this, [this](const base::Error& error) { banner()->show(error); });
}

void DossiersPlace::activate() {
    refresh();
    toNewlyReturned();
    if (m_list->rows().empty())
        m_filter->beginSearch();
    else
        m_list->setFocus();
}

/// What was taken in is a draft already; whoever sits down next opens their own.
void DossiersPlace::deactivate() {
    m_supplement->hide();
    m_detail->mask();
    showActs();
}

void DossiersPlace::forget() {
    m_filter->clear();
    m_wanted = {};
    m_returned.clear();
    m_list->setRows({});
    leavePrompts();
    m_detail->begin();
}

void DossiersPlace::openDossier(domain::DossierId dossier) {
    m_filter->clear();
    m_wanted = dossier;
    refresh();
    m_list->select(dossier);
    showCurrent();
    m_list->setFocus();
}

void DossiersPlace::refresh() {
    if (isHidden())
        return;
    readRows();
    showCurrent();
}

void DossiersPlace::readRows() {
    const QString text = m_filter->text();
    auto rows = text.isEmpty() ? m_counter.dossiers().list(m_filter->filter()) : m_counter.dossiers().search(text, mostFound);
    if (!rows) {
        banner()->show(rows.error());
        return;
    }
    rows->erase(std::remove_if(rows->begin(), rows->end(), [this](const auto& row) { return !m_filter->lets(row); }), rows->end());
    const bool listed = std::any_of(rows->begin(), rows->end(), [this](const auto& row) { return row.id == m_wanted; });
    if (!m_wanted.isNull() && !listed)
        if (const auto dossier = m_counter.runner().dossier(m_wanted); dossier && !dossier->code.isEmpty())
            if (const auto found = m_counter.dossiers().search(dossier->code, 1))
                rows->insert(rows->begin(), found->begin(), found->end());
    if (m_filter->isEmpty())
        std::stable_partition(rows->begin(), rows->end(), [](const auto& row) { return counter::isReturned(row); });
    setSubtitle(m_filter->isEmpty() ? tr("Returned ones on top, then the newest; what the province does not have yet is here too")
                                    : tr("%n dossier(s) found", nullptr, static_cast<int>(rows->size())));
    m_list->emptyState()->setWords(m_filter->isEmpty() ? tr("No dossier yet") : tr("Nothing found"),
        m_filter->isEmpty() ? tr("What is received at this counter, and what the province sends, appears here.")
                            : tr("Try fewer words, or without diacritics; only what is on this machine is searched."));
    m_list->setRows(std::move(*rows));
}

/// What the supervisor gave back since lies on top and is seen first, whatever was chosen before.
void DossiersPlace::toNewlyReturned() {
    std::vector<domain::DossierId> returned;
    for (const auto& row : m_list->rows())
        if (counter::isReturned(row))
            returned.push_back(row.id);
    const bool more = std::any_of(returned.begin(), returned.end(),
        [this](domain::DossierId id) { return std::find(m_returned.begin(), m_returned.end(), id) == m_returned.end(); });
    m_returned = std::move(returned);
    if (more && m_filter->isEmpty())
        m_list->select(m_list->rows().front().id);
}

void DossiersPlace::showCurrent() {
    const domain::DossierId id = m_list->current();
    if (id != m_dossier.dossier.id) {
        leavePrompts();
        m_supplement->hide();
    }
    auto dossier = id.isNull() ? base::Result<counter::OpenedDossier>(counter::OpenedDossier()) : m_counter.dossiers().open(id);
    if (!dossier) {
        banner()->show(dossier.error());
        return;
    }
    const bool isAsItWas = id == m_dossier.dossier.id && dossier->dossier.version == m_dossier.dossier.version;
    if (m_saidWhyNot && !isAsItWas) {
        m_saidWhyNot = false;
        banner()->clear();
    }
    m_dossier = std::move(*dossier);
    m_counter.securityWatch().shown(m_dossier);
    m_detail->setVisible(!id.isNull() && m_supplement->isHidden());
    if (!id.isNull())
        m_detail->setDossier(m_dossier, m_list->currentRow()->unsent);
    showActs();
    showStanding();
}

bool DossiersPlace::isMine() const {
    return !m_dossier.dossier.id.isNull() && !m_counter.held().isHeld(m_dossier.dossier.id) && !m_dossier.dossier.closed &&
           m_dossier.dossier.unread == 0 && m_dossier.dossier.holder == m_counter.desk().station() && m_counter.desk().may(domain::Role::Clerk);
}

bool DossiersPlace::isTakingIn() const {
    return !m_supplement->isHidden();
}

/// While papers are taken in the row is that of an intake: no key means anything else than there.
void DossiersPlace::showActs() {
    showPossibleActs();
    if (isTakingIn())
        for (ActionButton* act : {m_note, m_reveal, m_book, m_print, m_ask, m_withdraw, m_take, m_submit, m_correct, m_continue, m_fetch})
            act->hide();
    for (ActionButton* act : {m_scan, m_import, m_giveBack})
        act->setVisible(isTakingIn());
    m_separator->setEnabled(isTakingIn());
    const auto isOffered = [](const ActionButton* act) { return !act->isHidden(); };
    const auto acts = {m_correct, m_continue, m_take, m_fetch};
    // Who may put nothing right has no such key.
    const bool mayEver = !m_dossier.dossier.id.isNull() && m_counter.desk().may(domain::Role::Clerk);
    m_whyNot->setEnabled(mayEver && !isTakingIn() && std::none_of(acts.begin(), acts.end(), isOffered));
    showSupplement();
}

void DossiersPlace::showSupplement() {
    m_filter->setVisible(!isTakingIn());
    m_listCard->setVisible(!isTakingIn());
    m_pages->setVisible(isTakingIn());
}

void DossiersPlace::showPossibleActs() {
    const domain::State state = m_dossier.dossier.state;
    const bool shown = !m_dossier.dossier.id.isNull();
    m_note->setVisible(shown);
    m_reveal->setVisible(shown);
    m_book->setVisible(!m_dossier.dossier.entries.empty());
    m_print->setVisible(shown && !m_counter.printing().printable(m_dossier.dossier).empty());
    const bool atWork = state == domain::State::Accepted || state == domain::State::Processing;
    m_ask->setVisible(isMine() && atWork);
    m_withdraw->setVisible(isMine() && (atWork || state == domain::State::SupplementAsked || state == domain::State::PaymentAsked));
    m_submit->setVisible(isMine() && counter::isReturned(m_dossier.dossier));
    m_correct->setVisible(isMine() && atWork);
    m_continue->setVisible(isMine() && state == domain::State::Registered);
    m_take->setVisible(isMine() && state == domain::State::SupplementAsked);
    m_fetch->setVisible(shown && m_counter.claims().mayFetch(m_dossier.dossier));
}

/// What keeps the dossier from being worked on stands above it: that this program cannot read it, or the supervisor's reason until it
/// has been answered.
void DossiersPlace::showStanding() {
    if (m_dossier.dossier.unread > 0)
        m_standing->show({QStringLiteral("dossier.needs-newer-program")});
    else if (!counter::isReturned(m_dossier.dossier))
        m_standing->clear();
    else
        m_standing->show(Tone::Warning,
            counter::isBackForItsRow(m_dossier.dossier) ? tr("Number %1 was spoiled: %2. The dossier takes a new number when it is approved again.")
                                                              .arg(m_dossier.dossier.entries.back().numberLabel, m_dossier.dossier.returnReason)
                                                        : tr("The supervisor returned this dossier: %1").arg(m_dossier.dossier.returnReason),
            {}, isMine() ? tr("F9 puts it right and submits it again; Ctrl+F9 submits it as it is.") : QString());
}

void DossiersPlace::leavePrompts() {
    m_prompt->hide();
    m_answer->hide();
    m_slip->hide();
}

void DossiersPlace::showForms() {
    banner()->clear();
    leavePrompts();
    m_detail->showForms();
}

/// The key that puts a dossier right says why it does not.
void DossiersPlace::sayWhyNot() {
    if (!KeyRest::instance().mayDo(m_whyNot->key()))
        return;
    const domain::Dossier& dossier = m_dossier.dossier;
    m_saidWhyNot = true;
    if (m_counter.held().isHeld(dossier.id)) {
        banner()->show(
            Tone::Info, tr("What was said of %1 is about to be recorded.").arg(dossier.code), {}, tr("Ctrl+Z takes it back, Ctrl+Y records it now."));
        return;
    }
    const counter::Desk& desk = m_counter.desk();
    const auto words =
        words::noCorrection(dossier, desk.nameOf(dossier.decidedBy), {dossier.holder == desk.station(), m_counter.dossiers().whoHolds(m_dossier)});
    banner()->show(Tone::Info, words.why, {}, words.next);
}

void DossiersPlace::showInBook() {
    const domain::BookEntry* live = m_dossier.dossier.liveEntry();
    const domain::BookEntry& entry = live ? *live : m_dossier.dossier.entries.back();
    emit entryRequested({entry.volume, entry.number});
}

void DossiersPlace::print(const QString& form, qint64 slip) {
    banner()->clear();
    m_counter.printing().print(form, m_dossier.dossier.id, 1, slip);
    m_list->setFocus();
}

void DossiersPlace::askSupplement() {
    banner()->clear();
    leavePrompts();
    QStringList missing;
    for (const domain::Paper& paper : m_dossier.dossier.papers)
        if (domain::isMissing(paper))
            missing << paper.name;
    m_slip->openSupplement(QStringLiteral("form-02/") + m_dossier.dossier.id.toString(), missing,
        m_dossier.dossier.supplements > 0 && m_dossier.dossier.supplements >= m_counter.desk().settings().maxSupplements
            ? tr("Papers were asked for once already while this dossier was processed: asked for again, it counts as overdue nationally.")
            : QString());
}

void DossiersPlace::askWithdrawal() {
    banner()->clear();
    leavePrompts();
    m_prompt->ask(QStringLiteral("withdrawal/") + m_dossier.dossier.id.toString(), tr("The citizen takes %1 back: why?").arg(m_dossier.dossier.code),
        tr("Withdraw"), {tr("The citizen no longer needs it"), tr("The citizen asks to submit it anew")});
}

/// In the form of an intake: the citizen is back with what form 02 asked for there, or what was taken in is put right.
void DossiersPlace::goOn(base::Outcome (counter::IntakeActs::*begin)(domain::DossierId)) {
    banner()->clear();
    if (const auto begun = (m_counter.intake().acts().*begin)(m_dossier.dossier.id); !begun)
        banner()->show(begun.error());
    else
        emit placeRequested(QStringLiteral("intake"));
}

/// The citizen came to this desk with what another one had asked for.
void DossiersPlace::fetch() {
    banner()->clear();
    const QString who = m_counter.dossiers().whoHolds(m_dossier);
    emit noticed({Tone::Info, who.isEmpty() ? tr("Asked for; the dossier comes as soon as the other desk is not working on it.")
                                            : tr("Asked for; the dossier comes as soon as %1 is not working on it.").arg(who)});
    m_counter.claims().ask(m_dossier.dossier.id);
    m_list->setFocus();
}

void DossiersPlace::askAnswer() {
    banner()->clear();
    leavePrompts();
    m_answer->ask(QStringLiteral("answer/") + m_dossier.dossier.id.toString(),
        tr("What was put right in %1? The supervisor reads it.").arg(m_dossier.dossier.code), tr("Submit again"),
        {tr("The papers were completed"), tr("Checked again with the citizen: nothing has to be changed")});
}

void DossiersPlace::submitAgain(const QString& answer) {
    const QString done = tr("%1 is in the supervisors' tray again.").arg(m_dossier.dossier.code);
    if (told(m_counter.dossiers().submitAgain(m_dossier.dossier.id, answer), done, m_list))
        m_answer->settle();
}

void DossiersPlace::takePapersIn() {
    banner()->clear();
    leavePrompts();
    if (const auto opened = m_supplement->open(m_dossier.dossier.id); !opened) {
        banner()->show(opened.error());
        return;
    }
    m_detail->hide();
    showActs();
    sayWhatStoodThere();
}

/// Others may have been at it since: whoever goes on looks first.
void DossiersPlace::sayWhatStoodThere() {
    const counter::Supplements& supplements = m_counter.supplements();
    if (supplements.cameMeanwhile())
        banner()->show(Tone::Warning, tr("Other papers came into this dossier since this was begun."),
            tr("They are in the list, and what was begun is added to them."), tr("Look the list through before F9."));
    else if (!supplements.begunBy().isEmpty())
        banner()->show(Tone::Info, tr("%1 began to take these papers in; it goes on from there.").arg(supplements.begunBy()), {},
            tr("Look the list through before F9."));
}

/// Whoever types a name looks for it, wherever the cursor stands.
bool DossiersPlace::eventFilter(QObject* watched, QEvent* event) {
    const bool typed = event->type() == QEvent::KeyPress && watched == m_list->view() && m_filter->takeTyped(static_cast<QKeyEvent*>(event));
    return typed || PlacePage::eventFilter(watched, event);
}

void DossiersPlace::undo() {
    if (isTakingIn()) {
        m_pages->undo();
        return;
    }
    counter::Supplements& supplements = m_counter.supplements();
    if (!supplements.canTakeBack())
        return;
    const auto taken = supplements.takeBack();
    if (!taken) {
        banner()->show(taken.error());
        return;
    }
    openDossier(supplements.dossier());
    takePapersIn();
}

std::vector<KeyLine> DossiersPlace::moreKeys() const {
    if (isTakingIn())
        return {{QStringLiteral("Space, +, −, K"), tr("In the papers: handed in, quantity, kind")}};
    return {{QStringLiteral("Enter"), tr("From the search line into the list")}, {tr("Letters, digits"), tr("From the list into the search line")}};
}

void DossiersPlace::retranslate() {
    setTitle(tr("Dossiers"));
    m_note->setLabel(tr("Note"));
    m_reveal->setLabel(tr("Show numbers"));
    m_book->setLabel(tr("In the book"));
    m_print->setLabel(tr("Print again"));
    m_ask->setLabel(tr("Form 02"));
    m_withdraw->setLabel(tr("Withdraw"));
    m_take->setLabel(tr("Papers came"));
    m_scan->setLabel(tr("Scan"));
    m_import->setLabel(tr("File"));
    m_giveBack->setLabel(tr("Take them in"));
    m_submit->setLabel(tr("Submit again"));
    m_correct->setLabel(tr("Put right"));
    m_fetch->setLabel(tr("Bring it here"));
    m_continue->setLabel(tr("Go on with the intake"));
    m_answer->setLabel(tr("What was put right"));
    m_searchKey->setWhatsThis(tr("Search the dossiers"));
    m_previousKey->setWhatsThis(tr("Parts of the dossier"));
    m_nextKey->setWhatsThis(tr("Parts of the dossier"));
    m_separator->setWhatsThis(tr("Print a sheet that separates the papers of a batch"));
    m_whyNot->setWhatsThis(tr("Why it cannot be put right"));
    showStanding();
    readRows();
    showActs();
}

}
