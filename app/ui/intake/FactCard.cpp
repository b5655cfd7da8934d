#include "app/ui/intake/FactCard.h"

#include "app/counter/Intake.h"
#include "app/domain/jobs/FactCheck.h"
#include "app/ui/intake/FactEditor.h"
#include "app/ui/style/Theme.h"
#include "app/ui/text/Words.h"
#include "app/ui/widgets/Field.h"
#include "app/ui/widgets/FoldingColumns.h"

#include <QComboBox>
#include <QEvent>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace motcua::ui {

FactCard::FactCard(counter::Intake& intake, QWidget* parent)
    : Card(parent), m_intake(intake), m_kinds(new QComboBox(this)), m_kindField(new Field(QString(), m_kinds, this)) {
    m_kinds->setObjectName(QStringLiteral("job-kind"));
    body()->addWidget(m_kindField);
    connect(m_kinds, &QComboBox::activated, this, [this](int index) { m_intake.setJobKind(m_kinds->itemData(index).toString()); });
    connect(&intake, &counter::Intake::changed, this, &FactCard::refresh);
    retranslate();
}

bool FactCard::isNeeded() const {
    const domain::JobKind* job = m_intake.job();
    return job && (!job->layout.rows.empty() || m_intake.jobKinds().size() > 1);
}

void FactCard::begin() {
    const QStringList gaps = m_intake.gaps();
    for (FactEditor* editor : m_editors)
        if (gaps.contains(QStringLiteral("fact:") + editor->fact()) && !editor->field()->isHidden())
            return editor->field()->editor()->setFocus(Qt::OtherFocusReason);
    if (!m_editors.empty())
        m_editors.front()->field()->editor()->setFocus(Qt::OtherFocusReason);
}

void FactCard::refresh() {
    const domain::JobKind* job = m_intake.job();
    const QString wanted = job ? job->kind + QLatin1Char('/') + job->version : QString();
    if (wanted != m_built) {
        m_built = wanted;
        build();
    }
    fillKinds();
    for (FactEditor* editor : m_editors) {
        editor->field()->setVisible(job && domain::isShown(job->layout, editor->fact(), m_intake.form().facts));
        editor->refresh();
    }
}

void FactCard::build() {
    m_editors.clear();
    delete m_rows;
    m_rows = new QWidget(this);
    auto* column = new QVBoxLayout(m_rows);
    column->setContentsMargins({});
    column->setSpacing(theme().metrics().space(3));
    body()->addWidget(m_rows);
    const domain::JobKind* job = m_intake.job();
    const auto fields = job ? domain::factFields(job->facts) : base::Result<std::vector<domain::FactField>>();
    if (!job || !fields)
        return;
    setHeading(words::inLanguage(job->layout.heading));
    for (const domain::FactRow& row : job->layout.rows) {
        auto* columns = new FoldingColumns;
        QHBoxLayout* together = nullptr;
        for (const domain::FactCell& cell : row.cells) {
            const auto fact = std::find_if(fields->begin(), fields->end(), [&](const domain::FactField& field) { return field.name == cell.fact; });
            if (fact == fields->end())
                continue;
            auto* editor = new FactEditor(cell, *fact, m_intake, m_rows);
            m_editors.push_back(editor);
            if (!together && cell.withNext) {
                auto* group = new QWidget(m_rows);
                together = new QHBoxLayout(group);
                together->setContentsMargins({});
                together->setSpacing(theme().metrics().space(3));
                columns->addWidget(group, cell.width * 2);
            }
            if (together)
                together->addWidget(editor->field(), cell.width);
            else
                columns->addWidget(editor->field(), cell.width);
            if (!cell.withNext)
                together = nullptr;
        }
        column->addLayout(columns);
    }
}

void FactCard::fillKinds() {
    const auto kinds = m_intake.jobKinds();
    m_kindField->setVisible(kinds.size() > 1);
    const QSignalBlocker quiet(m_kinds);
    m_kinds->clear();
    for (const domain::JobKind* kind : kinds) {
        m_kinds->addItem(words::inLanguage(kind->name), kind->kind);
        if (kind == m_intake.job())
            m_kinds->setCurrentIndex(m_kinds->count() - 1);
    }
}

void FactCard::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Card::changeEvent(event);
}

void FactCard::retranslate() {
    m_kindField->setLabel(tr("Kind of job"));
    if (const domain::JobKind* job = m_intake.job())
        setHeading(words::inLanguage(job->layout.heading));
    for (FactEditor* editor : m_editors)
        editor->retranslate();
    refresh();
}

}
