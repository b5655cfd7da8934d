#include "app/ui/intake/ChecklistCard.h"

#include "app/counter/IntakeForm.h"
#include "app/ui/style/Theme.h"
#include "app/ui/text/Words.h"
#include "app/ui/widgets/ActionButton.h"
#include "app/ui/widgets/EnterWalk.h"
#include "app/ui/widgets/PaperTable.h"
#include "app/ui/widgets/TextEdit.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QTableWidget>

namespace motcua::ui {

namespace {

constexpr int mostQuantity = 999;
constexpr int shownRows = 6;

QString anotherPaper() {
    return QStringLiteral("another-paper");
}

}

ChecklistCard::ChecklistCard(counter::IntakeForm& form, QWidget* parent)
    : Card(parent), m_form(form), m_table(new QTableWidget(0, ColumnCount, this)), m_more(new TextEdit(this)),
      m_add(new ActionButton(ButtonKind::Quiet, QStringLiteral("plus"), QKeySequence(), this)),
      m_all(new ActionButton(ButtonKind::Quiet, QStringLiteral("check-check"), QKeySequence(Qt::Key_F4), this)), m_none(new QCheckBox(this)) {
    m_all->setFocusPolicy(Qt::NoFocus);
    addToHeading(m_all);
    m_table->setObjectName(QStringLiteral("checklist"));
    setUpPaperTable(*m_table);
    m_table->installEventFilter(this);
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
    connect(m_table, &QTableWidget::currentCellChanged, this, [this](int row) {
        if (m_filling || row < 0)
            return;
        m_form.setCurrentPaper(row);
        emit paperSelected(row);
    });
    connect(m_table, &QTableWidget::itemChanged, this, [this](QTableWidgetItem* item) {
        if (m_filling || item->column() != Name)
            return;
        const domain::Paper& paper = m_form.content().papers[static_cast<size_t>(item->row())];
        const bool handedIn = item->checkState() == Qt::Checked;
        if (handedIn != (paper.quantity > 0))
            changeQuantity(item->row(), handedIn ? 1 : 0);
    });
    connect(m_all, &QPushButton::clicked, this, &ChecklistCard::handInAll);
    connect(m_add, &QPushButton::clicked, this, &ChecklistCard::addPaper);
    connect(m_more, &QLineEdit::textChanged, this, [this] { m_form.jot(anotherPaper(), m_more->value()); });
    const auto recall = [this] { m_more->setValue(m_form.jotted(anotherPaper())); };
    connect(&form, &counter::IntakeForm::procedureChanged, this, recall);
    recall();
    connect(&form, &counter::IntakeForm::changed, this, &ChecklistCard::refresh);
    retranslate();
}

void ChecklistCard::begin() {
    (m_table->isHidden() ? static_cast<QWidget*>(m_more) : m_table)->setFocus(Qt::OtherFocusReason);
}

bool ChecklistCard::eventFilter(QObject* watched, QEvent* event) {
    if (watched != m_table || event->type() != QEvent::KeyPress || m_table->currentRow() < 0)
        return Card::eventFilter(watched, event);
    const int row = m_table->currentRow();
    const int quantity = m_form.content().papers[static_cast<size_t>(row)].quantity;
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Plus:
        changeQuantity(row, quantity + 1);
        return true;
    case Qt::Key_Minus:
        changeQuantity(row, quantity - 1);
        return true;
    case Qt::Key_Space:
        changeQuantity(row, quantity > 0 ? 0 : 1);
        return true;
    case Qt::Key_K:
        changeKind(row);
        return true;
    default:
        return Card::eventFilter(watched, event);
    }
}

void ChecklistCard::changeQuantity(int row, int quantity) {
    const domain::Paper paper = m_form.content().papers[static_cast<size_t>(row)];
    m_form.setPaper(row, paper.kind, std::clamp(quantity, 0, mostQuantity), paper.shownOnly);
}

void ChecklistCard::changeKind(int row) {
    const domain::Paper paper = m_form.content().papers[static_cast<size_t>(row)];
    const auto next = static_cast<domain::PaperKind>((static_cast<int>(paper.kind) + 1) % 3);
    m_form.setPaper(row, next, paper.quantity, paper.shownOnly);
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
        if (m_form.content().papers[static_cast<size_t>(row)].quantity == 0)
            changeQuantity(row, 1);
}

void ChecklistCard::refresh() {
    m_filling = true;
    const auto& papers = m_form.content().papers;
    m_table->setRowCount(static_cast<int>(papers.size()));
    for (int row = 0; row < m_table->rowCount(); ++row)
        fillRow(row);
    if (m_table->rowCount() > 0)
        m_table->setCurrentCell(std::min(m_form.currentPaper(), m_table->rowCount() - 1), Name);
    const int rows = std::clamp(m_table->rowCount(), 1, shownRows);
    const int rowHeight = m_table->verticalHeader()->defaultSectionSize();
    m_table->setVisible(m_table->rowCount() > 0);
    m_table->setFixedHeight(rows * rowHeight + m_table->horizontalHeader()->sizeHint().height() + 2 * m_table->frameWidth());
    m_filling = false;
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

void ChecklistCard::fillRow(int row) {
    const domain::Paper& paper = m_form.content().papers[static_cast<size_t>(row)];
    const auto cell = [&](int column, const QString& text) {
        QTableWidgetItem* item = m_table->item(row, column);
        if (!item) {
            item = new QTableWidgetItem;
            m_table->setItem(row, column, item);
        }
        item->setText(text);
        return item;
    };
    QTableWidgetItem* name = cell(Name, paper.name);
    name->setCheckState(paper.quantity > 0 ? Qt::Checked : Qt::Unchecked);
    name->setToolTip(paper.name);
    const bool missing = paper.required && paper.quantity == 0;
    name->setForeground(theme().color(missing ? Token::Warning : Token::Text));
    cell(Kind, paper.shownOnly ? tr("shown") : words::paperKind(paper.kind));
    cell(Quantity, QString::number(paper.quantity))->setTextAlignment(Qt::AlignCenter);
    cell(Pages, paper.pages.empty() ? QStringLiteral("–") : tr("%n page(s)", nullptr, static_cast<int>(paper.pages.size())));
}

void ChecklistCard::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Card::changeEvent(event);
}

void ChecklistCard::retranslate() {
    setHeading(tr("Papers"));
    m_table->setHorizontalHeaderLabels({tr("Paper"), tr("Kind"), tr("Quantity"), tr("Scanned")});
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
