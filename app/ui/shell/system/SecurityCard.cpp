#include "app/ui/shell/system/SecurityCard.h"

#include "app/ui/shell/system/SecurityModel.h"
#include "app/ui/style/Theme.h"
#include "app/ui/text/SecurityWords.h"
#include "app/ui/widgets/ActionButton.h"
#include "app/ui/widgets/ActionRow.h"
#include "app/ui/widgets/Banner.h"
#include "app/ui/widgets/DateField.h"
#include "app/ui/widgets/Field.h"
#include "app/ui/widgets/FittedColumns.h"
#include "app/ui/widgets/FoldingColumns.h"
#include "app/ui/widgets/ScrollColumn.h"
#include "app/ui/widgets/TextLabel.h"

#include <QClipboard>
#include <QComboBox>
#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QSignalBlocker>
#include <QTableView>

namespace motcua::ui {

namespace {

constexpr int mostShown = 500;
constexpr int rowsInSight = 10;

}

SecurityCard::SecurityCard(counter::Counter& counter, counter::SessionControl& session, QWidget* parent)
    : Card(parent), m_counter(counter), m_session(session), m_explanation(new TextLabel(TextRole::Muted, this)), m_day(new DateField(this)),
      m_person(new QComboBox(this)), m_kind(new QComboBox(this)), m_dayField(new Field(QString(), m_day, this)),
      m_personField(new Field(QString(), m_person, this)), m_kindField(new Field(QString(), m_kind, this)), m_table(new QTableView(this)),
      m_model(new SecurityModel(this)), m_count(new TextLabel(TextRole::Caption, this)),
      m_copy(new ActionButton(ButtonKind::Quiet, QStringLiteral("copy-check"), QKeySequence(), this)), m_banner(new Banner(this)) {
    m_explanation->setWordWrap(true);
    auto* filters = new FoldingColumns;
    for (Field* field : {m_dayField, m_personField, m_kindField})
        filters->addWidget(field, 1);
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(theme().metrics().rowHeight());
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->setMinimumHeight(theme().metrics().rowHeight() * rowsInSight);
    m_table->installEventFilter(this);
    m_day->installEventFilter(this);
    new FittedColumns(m_table);
    auto* buttons = new ActionRow(Qt::AlignLeft);
    buttons->addWidget(m_copy);
    body()->addWidget(m_explanation);
    body()->addLayout(filters);
    body()->addWidget(m_banner);
    body()->addWidget(m_table);
    body()->addWidget(m_count);
    body()->addLayout(buttons);
    m_banner->setClosable(false);
    connect(m_day, &DateField::committed, this, &SecurityCard::refresh);
    connect(m_person, &QComboBox::activated, this, &SecurityCard::refresh);
    connect(m_kind, &QComboBox::activated, this, &SecurityCard::refresh);
    connect(m_copy, &QPushButton::clicked, this, &SecurityCard::copy);
    retranslate();
}

domain::SecurityFilter SecurityCard::filter() const {
    const int kind = m_kind->currentData().toInt();
    return {m_day->date(), m_person->currentData().toString(), kind == 0 ? std::nullopt : std::optional(static_cast<domain::SecurityKind>(kind)),
        mostShown};
}

void SecurityCard::refresh() {
    const bool may = domain::mayReadSecurityLog(m_counter.desk().account()).has_value();
    setVisible(may);
    counter::Upkeep* upkeep = m_session.upkeep();
    if (!may || !upkeep)
        return;
    nameFilters();
    upkeep->securityLog(filter()).then(this, [this, asked = ++m_asked](const base::Result<domain::ports::SecurityPage>& page) {
        if (asked == m_asked)
            showPage(page);
    });
}

void SecurityCard::showPage(const base::Result<domain::ports::SecurityPage>& page) {
    m_banner->clear();
    if (!page) {
        m_model->setEvents({});
        m_banner->show(page.error());
    } else {
        m_model->setEvents(page->events);
        if (!page->faults.isEmpty())
            m_banner->show(Tone::Danger,
                tr("Rows of this log were changed or taken away: %1.").arg(page->faults.mid(0, 3).join(QStringLiteral("; "))),
                tr("What is shown is what can still be read."), tr("Somebody had the data folder in hand: call whoever supports the unit."));
    }
    showCount();
    if (m_model->rowCount() > 0)
        m_table->setCurrentIndex(m_model->index(0, 0));
}

void SecurityCard::showCount() {
    const int shown = m_model->rowCount();
    m_count->setText(
        shown < mostShown ? tr("%n event(s)", nullptr, shown) : tr("The newest %n event(s); choose a day for older ones", nullptr, shown));
    m_copy->setEnabled(shown > 0);
}

/// What was chosen stays chosen.
void SecurityCard::nameFilters() {
    const auto fill = [](QComboBox* box, const QString& all, const std::vector<std::pair<QString, QVariant>>& items) {
        const QSignalBlocker quiet(box);
        const QVariant chosen = box->currentData();
        box->clear();
        box->addItem(all, QVariant());
        for (const auto& [text, value] : items)
            box->addItem(text, value);
        box->setCurrentIndex(qMax(0, chosen.isValid() ? box->findData(chosen) : 0));
    };
    std::vector<std::pair<QString, QVariant>> people;
    for (const domain::Account& account : m_counter.archive().accounts())
        people.emplace_back(QStringLiteral("%1 (%2)").arg(account.name, account.login), account.login);
    std::vector<std::pair<QString, QVariant>> kinds;
    for (const domain::SecurityKindName& each : domain::securityKinds())
        kinds.emplace_back(words::securityKind(each.kind), static_cast<int>(each.kind));
    fill(m_person, tr("Everybody"), people);
    fill(m_kind, tr("Everything"), kinds);
}

/// The lines that are selected; one alone: all.
void SecurityCard::copy() {
    QModelIndexList rows = m_table->selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end(), [](const QModelIndex& one, const QModelIndex& other) { return one.row() < other.row(); });
    QStringList lines;
    if (rows.size() > 1)
        for (const QModelIndex& row : rows)
            lines << words::securityLine(m_model->events()[static_cast<size_t>(row.row())]);
    else
        for (const domain::SecurityEvent& event : m_model->events())
            lines << words::securityLine(event);
    QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
    m_count->setText(tr("%n line(s) copied", nullptr, static_cast<int>(lines.size())));
}

void SecurityCard::forget() {
    ++m_asked;
    m_day->setDate({});
    m_person->setCurrentIndex(0);
    m_kind->setCurrentIndex(0);
    m_model->setEvents({});
    showCount();
    m_banner->clear();
    setVisible(domain::mayReadSecurityLog(m_counter.desk().account()).has_value());
}

bool SecurityCard::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_table && event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->matches(QKeySequence::Copy)) {
        copy();
        return true;
    }
    // Whoever goes to the first field wants to see what it narrows down.
    if (watched == m_day && event->type() == QEvent::FocusIn)
        QMetaObject::invokeMethod(
            this, [this] { ScrollColumn::bringIntoSight(m_table); }, Qt::QueuedConnection);
    return Card::eventFilter(watched, event);
}

void SecurityCard::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Card::changeEvent(event);
}

void SecurityCard::retranslate() {
    setHeading(tr("Security log"));
    m_explanation->setText(
        tr("Who came in or tried to, what was changed about users and passwords, what the province ordered. It stays on this machine for ten years; "
           "a line that is taken away shows."));
    m_dayField->setLabel(tr("Day"));
    m_personField->setLabel(tr("Person"));
    m_kindField->setLabel(tr("Kind"));
    m_table->setAccessibleName(tr("Security log"));
    m_copy->setLabel(tr("Copy the lines"));
    nameFilters();
    m_model->setEvents(std::vector(m_model->events()));
    showCount();
}

}
