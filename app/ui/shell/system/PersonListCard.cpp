#include "app/ui/shell/system/PersonListCard.h"

#include "app/ui/shell/system/PersonForm.h"
#include "app/ui/shell/system/PersonListModel.h"
#include "app/ui/style/Theme.h"
#include "app/ui/widgets/ActionButton.h"
#include "app/ui/widgets/ActionRow.h"
#include "app/ui/widgets/Banner.h"
#include "app/ui/widgets/EmptyState.h"
#include "app/ui/widgets/Field.h"
#include "app/ui/widgets/FittedColumns.h"
#include "app/ui/widgets/FoldingColumns.h"
#include "app/ui/widgets/PageViewer.h"
#include "app/ui/widgets/ReasonPrompt.h"
#include "app/ui/widgets/TextEdit.h"
#include "app/ui/widgets/TextLabel.h"

#include <QComboBox>
#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QSignalBlocker>
#include <QTableView>

namespace motcua::ui {

using domain::PersonList;

namespace {

constexpr int linesInSight = 5;
constexpr int leastWidth = 456;

}

PersonListCard::PersonListCard(counter::Counter& counter, QWidget* parent)
    : Card(parent), m_counter(counter), m_roster(counter.roster()), m_lists(new QComboBox(this)), m_find(new TextEdit(this)),
      m_listsField(new Field(QString(), m_lists, this)), m_findField(new Field(QString(), m_find, this)),
      m_about(new TextLabel(TextRole::Muted, this)), m_table(new QTableView(this)), m_model(new PersonListModel(this)),
      m_viewer(new PageViewer(this)), m_count(new TextLabel(TextRole::Caption, this)),
      m_reveal(new ActionButton(ButtonKind::Quiet, QStringLiteral("eye"), QKeySequence(), this)),
      m_end(new ActionButton(ButtonKind::Quiet, QStringLiteral("ban"), QKeySequence(), this)), m_prompt(new ReasonPrompt(counter.jottings(), this)),
      m_told(new Banner(this)), m_form(new PersonForm(m_roster, counter.scanning(), this)) {
    const Metrics& metrics = theme().metrics();
    m_about->setWordWrap(true);
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(metrics.rowHeight());
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->setMinimumHeight(metrics.rowHeight() * linesInSight);
    // So that the picture goes below it where room is short.
    m_table->setMinimumWidth(metrics.px(leastWidth));
    m_table->installEventFilter(this);
    new FittedColumns(m_table);
    m_viewer->setMinimumHeight(metrics.rowHeight() * linesInSight);
    m_viewer->setReader([this](const domain::BlobHash& hash) { return m_roster.page(hash); }, counter.pages());
    auto* filters = new FoldingColumns;
    filters->addWidget(m_listsField, 1);
    filters->addWidget(m_findField, 1);
    auto* lines = new FoldingColumns;
    lines->addWidget(m_table, 3);
    lines->addWidget(m_viewer, 2);
    auto* buttons = new ActionRow(Qt::AlignLeft);
    buttons->addWidget(m_end);
    buttons->addWidget(m_reveal);
    body()->addWidget(m_about);
    body()->addLayout(filters);
    body()->addLayout(lines);
    body()->addWidget(m_count);
    body()->addLayout(buttons);
    body()->addWidget(m_prompt);
    body()->addWidget(m_told);
    body()->addWidget(m_form);
    connect(m_lists, &QComboBox::currentIndexChanged, this, &PersonListCard::showList);
    connect(m_find, &QLineEdit::textChanged, this, &PersonListCard::showLines);
    connect(m_find, &QLineEdit::returnPressed, m_table, qOverload<>(&QWidget::setFocus));
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &PersonListCard::showCurrent);
    connect(m_reveal, &QPushButton::clicked, this, [this] { setRevealed(!m_model->isRevealed()); });
    connect(m_end, &QPushButton::clicked, this, &PersonListCard::askReason);
    connect(m_prompt, &ReasonPrompt::given, this, &PersonListCard::end);
    connect(m_prompt, &ReasonPrompt::cancelled, m_table, qOverload<>(&QWidget::setFocus));
    connect(m_form, &PersonForm::written, m_find, &QLineEdit::clear);
    connect(&m_counter, &counter::Counter::archiveChanged, this, &PersonListCard::showLines);
    for (int i = 0; i < 3; ++i)
        m_lists->addItem(QString());
    retranslate();
}

PersonList PersonListCard::list() const {
    constexpr PersonList order[] = {PersonList::Translator, PersonList::Specimen, PersonList::Relative};
    return order[qBound(0, m_lists->currentIndex(), 2)];
}

void PersonListCard::refresh() {
    setVisible(m_counter.desk().may(domain::Role::Supervisor) || m_counter.desk().may(domain::Role::Clerk));
    showList();
}

void PersonListCard::forget() {
    {
        const QSignalBlocker quiet(m_lists);
        m_lists->setCurrentIndex(0);
    }
    m_prompt->hide();
    m_told->clear();
    m_find->clear();
    m_form->forget();
    refresh();
}

void PersonListCard::showList() {
    m_prompt->hide();
    m_told->clear();
    m_form->setList(list());
    setRevealed(false);
    m_about->setText(list() == PersonList::Relative
                         ? tr("Nobody certifies for themselves or a relative. Only you see and change this list; what is taken out stays on record.")
                     : list() == PersonList::Translator ? tr("Collaborators whose signature on a translation is compared with their specimen.")
                                                        : tr("Signers of banks and companies who may sign beforehand."));
    showLines();
}

/// Who was chosen stays chosen.
void PersonListCard::showLines() {
    const domain::ListedLine* before = current();
    const domain::ListedId chosen = before ? before->person.id : domain::ListedId();
    m_model->setLines(m_roster.lines(list(), m_find->value()));
    int row = 0;
    for (int i = 0; i < m_model->rowCount(); ++i)
        if (m_model->line(i)->person.id == chosen)
            row = i;
    if (m_model->rowCount() > 0)
        m_table->setCurrentIndex(m_model->index(row, 0));
    m_count->setText(tr("%n line(s)", nullptr, m_model->rowCount()));
    showCurrent();
}

const domain::ListedLine* PersonListCard::current() const {
    return m_model->line(m_table->currentIndex().row());
}

void PersonListCard::showCurrent() {
    const domain::ListedLine* line = current();
    m_viewer->setVisible(list() != PersonList::Relative);
    m_viewer->setPages(line ? line->person.pages : std::vector<domain::Page>());
    m_end->setEnabled(line && line->stands() && m_roster.mayWrite(list()));
    m_reveal->setEnabled(line != nullptr);
}

void PersonListCard::askReason() {
    const domain::ListedLine* line = current();
    if (!line || !line->stands() || !m_roster.mayWrite(list()))
        return;
    m_ending = line->person;
    m_told->clear();
    m_prompt->ask(QStringLiteral("list/") + m_ending.id.toString(), tr("Take %1 out of the list: why?").arg(m_ending.name), tr("Take out"),
        {tr("Written down by mistake"), tr("No longer so"), tr("Works there no more")});
}

void PersonListCard::end(const QString& reason) {
    const auto ended = m_roster.strikeOut(m_ending, reason);
    if (ended) {
        m_prompt->settle();
        m_told->show(Tone::Success, tr("%1 stands in the list no more; the line and the reason stay on record.").arg(m_ending.name));
    } else {
        m_told->show(ended.error());
    }
    m_table->setFocus();
}

void PersonListCard::setRevealed(bool revealed) {
    m_model->setRevealed(revealed);
    m_reveal->setIconName(revealed ? QStringLiteral("eye-off") : QStringLiteral("eye"));
    m_reveal->setLabel(revealed ? tr("Hide numbers") : tr("Show numbers"));
}

bool PersonListCard::eventFilter(QObject* watched, QEvent* event) {
    if (watched != m_table || event->type() != QEvent::KeyPress)
        return Card::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key == Qt::Key_Delete) {
        askReason();
        return true;
    }
    if (key == Qt::Key_Left || key == Qt::Key_Right) {
        m_viewer->step(key == Qt::Key_Right ? 1 : -1);
        return true;
    }
    return Card::eventFilter(watched, event);
}

void PersonListCard::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Card::changeEvent(event);
}

void PersonListCard::retranslate() {
    setHeading(tr("Lists of people"));
    m_listsField->setLabel(tr("List"));
    m_findField->setLabel(tr("Find by name, number or language"));
    const QString names[] = {tr("Translators"), tr("Specimen signatures"), tr("My relatives")};
    for (int i = 0; i < m_lists->count(); ++i)
        m_lists->setItemText(i, names[i]);
    m_table->setAccessibleName(tr("Lines of the list"));
    m_viewer->emptyState()->setWords(tr("No specimen signature"), tr("It is scanned when the line is written down."));
    m_end->setLabel(tr("Take out of the list"));
    m_form->retranslate();
    showList();
}

}
