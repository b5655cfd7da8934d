#include "app/ui/shell/UnprintedPanel.h"

#include "app/ui/shell/PrintStrip.h"
#include "app/ui/style/Theme.h"
#include "app/ui/text/ErrorText.h"
#include "app/ui/widgets/ActionButton.h"
#include "app/ui/widgets/FlowLayout.h"
#include "app/ui/widgets/TextLabel.h"

#include <QEvent>
#include <QFileDialog>
#include <QFrame>
#include <QListWidget>
#include <QVBoxLayout>

namespace motcua::ui {

UnprintedPanel::UnprintedPanel(counter::Printing& printing, QWidget* parent)
    : Overlay(parent), m_printing(printing), m_heading(new TextLabel(TextRole::Section, panel())), m_list(new QListWidget(panel())),
      m_again(new ActionButton(ButtonKind::Primary, QStringLiteral("printer"), QKeySequence(Qt::Key_Return), panel())),
      m_save(new ActionButton(ButtonKind::Secondary, QStringLiteral("download"), QKeySequence(Qt::CTRL | Qt::Key_S), panel())),
      m_drop(new ActionButton(ButtonKind::Quiet, QStringLiteral("trash-2"), QKeySequence(Qt::Key_Delete), panel())) {
    const Metrics& metrics = theme().metrics();
    auto* column = new QVBoxLayout(panel());
    column->setContentsMargins(metrics.space(5), metrics.space(4), metrics.space(5), metrics.space(4));
    column->setSpacing(metrics.space(3));
    m_list->setObjectName(QStringLiteral("unprintedList"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setWordWrap(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* acts = new FlowLayout(Qt::AlignRight);
    acts->setSpacing(metrics.space(2));
    for (ActionButton* button : {m_drop, m_save, m_again}) {
        acts->addWidget(button);
    }
    column->addWidget(m_heading);
    column->addWidget(m_list, 1);
    column->addLayout(acts);
    connect(m_again, &QPushButton::clicked, this, &UnprintedPanel::printAgain);
    connect(m_save, &QPushButton::clicked, this, &UnprintedPanel::askWhere);
    connect(m_drop, &QPushButton::clicked, this, &UnprintedPanel::drop);
    connect(&m_printing, &counter::Printing::unprintedChanged, this, &UnprintedPanel::refresh);
    retranslate();
}

void UnprintedPanel::open() {
    Overlay::open();
    refresh();
    m_list->setFocus();
}

QRect UnprintedPanel::panelArea() const {
    const Metrics& metrics = theme().metrics();
    const int width = qMin(metrics.px(760), this->width() - metrics.space(12));
    const int height = qMin(metrics.px(420), this->height() - metrics.space(12));
    return {(this->width() - width) / 2, (this->height() - height) / 2, width, height};
}

void UnprintedPanel::refresh() {
    if (!isOpen())
        return;
    const int row = m_list->currentRow();
    m_list->clear();
    for (const counter::UnprintedPaper& paper : m_printing.unprinted())
        m_list->addItem(PrintStrip::nameOf(m_printing, paper) + QLatin1Char('\n') + errorLine(paper.error));
    m_list->setCurrentRow(qBound(0, row, m_list->count() - 1));
    if (m_list->count() == 0)
        close();
}

const counter::UnprintedPaper* UnprintedPanel::chosen() const {
    const auto& all = m_printing.unprinted();
    const int row = m_list->currentRow();
    return row < 0 || row >= static_cast<int>(all.size()) ? nullptr : &all[static_cast<size_t>(row)];
}

void UnprintedPanel::printAgain() {
    // A copy: what is tried again leaves the list.
    if (const counter::UnprintedPaper* paper = chosen())
        m_printing.printAgain(counter::UnprintedPaper(*paper));
}

void UnprintedPanel::drop() {
    if (const counter::UnprintedPaper* paper = chosen())
        m_printing.drop(counter::UnprintedPaper(*paper));
}

void UnprintedPanel::askWhere() {
    const counter::UnprintedPaper* paper = chosen();
    if (!paper)
        return;
    auto* dialog = new QFileDialog(this, tr("Save the paper as a PDF"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("pdf"));
    dialog->setNameFilter(tr("PDF (*.pdf)"));
    dialog->selectFile(QString(paper->paper.name).replace(QLatin1Char('/'), QLatin1Char('_')) + QLatin1Char('-') + paper->paper.form);
    connect(dialog, &QFileDialog::fileSelected, this, [this, what = *paper](const QString& path) { m_printing.saveAsPdf(what, path); });
    dialog->open();
}

void UnprintedPanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Overlay::changeEvent(event);
}

void UnprintedPanel::retranslate() {
    m_heading->setText(tr("What did not come out of the printer"));
    m_list->setAccessibleName(m_heading->text());
    m_again->setLabel(tr("Print again"));
    m_save->setLabel(tr("Save as PDF"));
    m_drop->setLabel(tr("Not needed"));
    refresh();
}

}
