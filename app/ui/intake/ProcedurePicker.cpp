#include "app/ui/intake/ProcedurePicker.h"

#include "app/counter/IntakeForm.h"
#include "app/ui/style/Theme.h"
#include "app/ui/widgets/ActionButton.h"
#include "app/ui/widgets/EnterWalk.h"
#include "app/ui/widgets/Field.h"
#include "app/ui/widgets/FlowLayout.h"
#include "app/ui/widgets/TextEdit.h"
#include "app/ui/widgets/TextLabel.h"

#include <QEvent>
#include <QKeyEvent>
#include <QListWidget>

namespace motcua::ui {

namespace {

constexpr int mostFavourites = 4;
constexpr int shownMatches = 7;
constexpr int nameLength = 26;

}

ProcedurePicker::ProcedurePicker(counter::IntakeForm& form, QWidget* parent)
    : Card(parent), m_form(form), m_search(new TextEdit(this)), m_field(new Field(QString(), m_search, this)), m_found(new QListWidget(this)),
      m_favourites(new QWidget(this)), m_favouriteLine(new FlowLayout(Qt::AlignLeft, m_favourites)), m_name(new TextLabel(TextRole::Strong)),
      m_facts(new TextLabel(TextRole::Muted)), m_chosen(new QWidget(this)) {
    auto* chosenLines = new QVBoxLayout(m_chosen);
    chosenLines->setContentsMargins(0, 0, 0, 0);
    chosenLines->setSpacing(2);
    chosenLines->addWidget(m_name);
    chosenLines->addWidget(m_facts);
    m_name->setWordWrap(true);
    m_facts->setWordWrap(true);
    m_favouriteLine->setSpacing(theme().metrics().space(2));
    body()->addWidget(m_favourites);
    body()->addWidget(m_field);
    body()->addWidget(m_found);
    body()->addWidget(m_chosen);
    m_found->setObjectName(QStringLiteral("found"));
    m_found->hide();
    m_found->setUniformItemSizes(true);
    m_found->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_found->setTextElideMode(Qt::ElideRight);
    EnterWalk::exempt(m_search);
    m_search->installEventFilter(this);
    m_found->installEventFilter(this);
    connect(m_search, &QLineEdit::textEdited, this, &ProcedurePicker::find);
    connect(m_found, &QListWidget::itemActivated, this, &ProcedurePicker::chooseCurrent);
    connect(m_found, &QListWidget::itemClicked, this, &ProcedurePicker::chooseCurrent);
    connect(&form, &counter::IntakeForm::procedureChanged, this, &ProcedurePicker::refresh);
    retranslate();
}

void ProcedurePicker::begin() {
    m_search->setFocus(Qt::OtherFocusReason);
    m_search->selectAll();
}

void ProcedurePicker::find(const QString& text) {
    const auto matches = m_form.findProcedures(text);
    m_found->clear();
    for (const domain::Procedure* procedure : matches) {
        auto* item = new QListWidgetItem(procedure->version.code + QStringLiteral("   ") + procedure->version.name, m_found);
        item->setData(Qt::UserRole, procedure->version.code);
        item->setToolTip(procedure->version.name);
    }
    m_found->setCurrentRow(0);
    const int rows = std::min(static_cast<int>(matches.size()), shownMatches);
    m_found->setFixedHeight(rows * std::max(m_found->sizeHintForRow(0), 1) + 2 * m_found->frameWidth() + 8);
    m_found->setVisible(rows > 0 && !text.trimmed().isEmpty());
    if (!m_found->isHidden())
        emit listed(m_found);
    m_field->setMessage(rows == 0 ? tr("No procedure in the catalogue fits these words.") : QString(), Tone::Warning);
}

bool ProcedurePicker::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::KeyPress || (watched != m_search && watched != m_found))
        return Card::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (m_found->isVisible() && (key == Qt::Key_Return || key == Qt::Key_Enter)) {
        chooseCurrent();
        return true;
    }
    if (watched == m_search && m_found->isVisible() && (key == Qt::Key_Down || key == Qt::Key_Up)) {
        const int step = key == Qt::Key_Down ? 1 : -1;
        m_found->setCurrentRow(std::clamp(m_found->currentRow() + step, 0, m_found->count() - 1));
        return true;
    }
    if (m_found->isVisible() && key == Qt::Key_Escape) {
        m_found->hide();
        m_search->clear();
        return true;
    }
    return Card::eventFilter(watched, event);
}

void ProcedurePicker::chooseCurrent() {
    if (const QListWidgetItem* item = m_found->currentItem())
        choose(item->data(Qt::UserRole).toString());
}

void ProcedurePicker::choose(const QString& code) {
    m_found->hide();
    m_search->clear();
    m_field->clearMessage();
    m_form.setProcedure(code);
    emit chosen();
}

void ProcedurePicker::refresh() {
    const domain::Procedure* procedure = m_form.procedure();
    m_chosen->setVisible(procedure != nullptr);
    // What the citizen was given a receipt for stands.
    m_field->setVisible(!m_form.isCorrection());
    m_favourites->setVisible(!m_form.isCorrection() && m_favouriteLine->count() > 0);
    if (!procedure)
        return;
    m_name->setText(procedure->version.name);
    const domain::ProcedureLacks lacks = m_form.lacks();
    QStringList facts{procedure->version.code, procedure->version.field, lacks.time ? tr("time not verified") : timeWords(*procedure)};
    if (lacks.fee)
        facts << tr("fee not verified");
    if (lacks.papers)
        facts << tr("papers not verified");
    facts << procedure->version.legalBasis;
    facts.removeAll(QString());
    m_facts->setText(facts.join(QStringLiteral("  ·  ")));
}

QString ProcedurePicker::timeWords(const domain::Procedure& procedure) const {
    const domain::JobTime time = m_form.timeLimit();
    switch (time.unit) {
    case domain::TimeUnit::SameDay15h:
        return tr("same day when received by 15:00");
    case domain::TimeUnit::WorkingDay:
        return tr("%n working day(s)", nullptr, time.value);
    case domain::TimeUnit::Day:
        return tr("%n day(s)", nullptr, time.value);
    case domain::TimeUnit::Hour:
        return tr("%n hour(s)", nullptr, time.value);
    case domain::TimeUnit::Month:
        return tr("%n month(s)", nullptr, time.value);
    case domain::TimeUnit::Other:
        break;
    }
    return procedure.timeNote;
}

void ProcedurePicker::rebuildFavourites() {
    while (QLayoutItem* item = m_favouriteLine->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const auto favourites = m_form.favourites();
    for (int i = 0; i < std::min(static_cast<int>(favourites.size()), mostFavourites); ++i) {
        const domain::ProcedureVersion& version = favourites[static_cast<size_t>(i)]->version;
        auto* button = new ActionButton(ButtonKind::Secondary, QString(), QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + i)));
        const QString name = version.name.size() > nameLength ? version.name.left(nameLength - 1).trimmed() + QStringLiteral("…") : version.name;
        button->setLabel(name);
        button->setToolTip(version.code + QStringLiteral("  ") + version.name);
        button->setAccessibleName(version.name);
        button->setWhatsThis(tr("The procedures of every day"));
        connect(button, &QPushButton::clicked, this, [this, code = version.code] { choose(code); });
        m_favouriteLine->addWidget(button);
    }
    m_favourites->setVisible(!favourites.empty());
}

void ProcedurePicker::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Card::changeEvent(event);
}

void ProcedurePicker::retranslate() {
    setHeading(tr("Procedure"));
    m_field->setLabel(tr("Name or code"));
    m_search->setHint(tr("For example: chung thuc ban sao, 2.000815"), tr("Name or code"));
    m_search->setAccessibleName(tr("Procedure, name or code"));
    m_found->setAccessibleName(tr("Procedures found"));
    rebuildFavourites();
    refresh();
}

}
