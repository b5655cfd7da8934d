#include "app/ui/intake/ChecklistCard.h"

#include "app/counter/IntakeForm.h"
#include "app/ui/widgets/ActionButton.h"
#include "app/ui/widgets/EnterWalk.h"
#include "app/ui/widgets/PaperTable.h"
#include "app/ui/widgets/TabAsRead.h"
#include "app/ui/widgets/TextEdit.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>

namespace motcua::ui {

namespace {

QString anotherPaper() {
    return QStringLiteral("another-paper");
}

}

ChecklistCard::ChecklistCard(counter::IntakeForm& form, QWidget* parent)
    : Card(parent), m_form(form), m_table(new PaperTable(PaperTable::Use::HandedIn, this)), m_more(new TextEdit(this)),
      m_add(new ActionButton(ButtonKind::Quiet, QStringLiteral("plus"), QKeySequence(), this)),
      m_all(new ActionButton(ButtonKind::Quiet, QStringLiteral("check-check"), QKeySequence(Qt::Key_F4), this)), m_none(new QCheckBox(this)) {
    addToHeading(m_all);
    m_table->setObjectName(QStringLiteral("checklist"));
    auto* line = new QHBoxLayout;
    line->addWidget(m_more, 1);
    line->addWidget(m_add);
    body()->addWidget(m_table);
    body()->addLayout(line);
    m_none->setObjectName(QStringLiteral("noPapers"));
    m_more->setObjectName(QStringLiteral("anotherPaper"));
    EnterWalk::exempt(m_more);
    body()->addWidget(m_none);
    connect(m_none, &QCheckBox::clicked, &form, &counter::IntakeForm::setNoPapers);
    connect(m_more, &QLineEdit::returnPressed, this, [this] {
        if (m_more->value().isEmpty())
            (m_none->isHidden() ? static_cast<QWidget*>(m_add) : m_none)->setFocus(Qt::TabFocusReason);
        else
            addPaper();
    });
    connect(m_table, &PaperTable::rowChosen, this, [this](int row) {
        m_form.pages().setCurrent(row);
        emit paperSelected(row);
    });
    connect(m_table, &PaperTable::changeAsked, &form, &counter::IntakeForm::setPaper);
    connect(m_all, &QPushButton::clicked, this, &ChecklistCard::handInAll);
    connect(m_add, &QPushButton::clicked, this, &ChecklistCard::addPaper);
    connect(m_more, &QLineEdit::textChanged, this, [this] { m_form.jot(anotherPaper(), m_more->value()); });
    const auto recall = [this] { m_more->setValue(m_form.jotted(anotherPaper())); };
    connect(&form, &counter::IntakeForm::procedureChanged, this, recall);
    recall();
    connect(&form, &counter::IntakeForm::changed, this, &ChecklistCard::refresh);
    tabAsRead(*this);
    retranslate();
}

void ChecklistCard::begin() {
    (m_table->isHidden() ? static_cast<QWidget*>(m_more) : m_table)->setFocus(Qt::OtherFocusReason);
}

void ChecklistCard::addPaper() {
    const QString name = m_more->value();
    if (name.isEmpty())
        return;
    m_form.addPaper(name);
    m_more->setValue(QString());
}

void ChecklistCard::handInAll() {
    for (int row = 0; row < static_cast<int>(m_form.content().papers.size()); ++row)
        if (const domain::Paper paper = m_form.content().papers[static_cast<size_t>(row)]; paper.quantity == 0 && paper.required)
            m_form.setPaper(row, paper.kind, 1, paper.shownOnly);
}

void ChecklistCard::refresh() {
    const auto& papers = m_form.content().papers;
    m_table->setPapers(papers, m_form.pages().current());
    m_table->setVisible(!papers.empty());
    m_table->fitTo(0);
    const auto missing = m_form.missing();
    m_all->setVisible(!missing.isEmpty());
    const bool lacking = m_form.lacks().papers;
    m_none->setVisible(lacking && papers.empty());
    m_none->setChecked(m_form.content().noPapers);
    QStringList captions;
    if (lacking)
        captions << (papers.empty() ? tr("not verified: add what the dossier needs") : tr("not verified: there may be more"));
    if (!missing.isEmpty())
        captions << tr("Missing: %n", nullptr, static_cast<int>(missing.size()));
    setCaption(captions.isEmpty() ? tr("Complete") : captions.join(QStringLiteral("  ·  ")));
}

void ChecklistCard::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Card::changeEvent(event);
}

void ChecklistCard::retranslate() {
    setHeading(tr("Papers"));
    m_table->setAccessibleName(tr("Papers: Space hands in, + and − change the quantity, K the kind"));
    m_more->setPlaceholderText(tr("Another paper …"));
    m_more->setAccessibleName(tr("Another paper"));
    m_add->setLabel(tr("Add"));
    m_all->setLabel(tr("All handed in"));
    m_none->setText(tr("No papers are needed"));
    m_none->setAccessibleName(m_none->text());
    refresh();
}

}
