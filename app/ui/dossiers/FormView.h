#pragma once

#include "app/counter/Printing.h"

#include <QWidget>

class QComboBox;

namespace motcua::ui {

class ActionButton;
class Field;
class PdfPreview;

/// The forms that a dossier can have printed, each of its slips by its number, as they will lie on paper. Enter prints the one shown, Esc leaves.
/// Owner: DossierDetail.
class FormView : public QWidget {
    Q_OBJECT

public:
    explicit FormView(const counter::Printing& printing, QWidget* parent = nullptr);

    void setDossier(const domain::Dossier& dossier);
    /// Empty when the dossier has none.
    QString form() const;
    /// The hand goes to the choice of the form.
    void begin();

signals:
    /// `slip`: which of several, as counter::PrintablePaper has it.
    void printRequested(const QString& form, qint64 slip);
    void left();
    void failed(const motcua::base::Error& error);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void retranslate();
    void fill();
    const counter::PrintablePaper* chosen() const;
    QString nameOf(const counter::PrintablePaper& paper) const;
    void preview();
    void print();

    const counter::Printing& m_printing;
    domain::Dossier m_dossier;
    std::vector<counter::PrintablePaper> m_all; ///< as in the list
    QComboBox* m_forms;
    Field* m_field;
    ActionButton* m_print;
    PdfPreview* m_preview;
};

}
