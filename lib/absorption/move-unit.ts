import type { Tx } from "@/lib/db/client";
import { rejoinYearlyForms } from "@/lib/project/yearly-form";

/**
 * Gives every guarded row of a project to another unit and its district, so that the new lead unit
 * sees all of it. Names copied at the time stay as they were.
 */
export async function moveToUnit(
  tx: Tx,
  projectId: string,
  unit: { id: string; districtId: string },
): Promise<void> {
  const rows = { where: { projectId }, data: { unitId: unit.id, districtId: unit.districtId } };
  await tx.projectPartner.updateMany(rows);
  await tx.projectMember.updateMany(rows);
  await tx.fundingLine.updateMany(rows);
  await tx.proposal.updateMany(rows);
  await tx.returnNote.updateMany(rows);
  await tx.opinion.updateMany(rows);
  await tx.proxyDecision.updateMany(rows);
  await tx.panel.updateMany(rows);
  await tx.assignment.updateMany(rows);
  await tx.publicNotice.updateMany(rows);
  await tx.objection.updateMany(rows);
  await tx.contract.updateMany(rows);
  await tx.signature.updateMany(rows);
  await tx.baseline.updateMany(rows);
  await tx.target.updateMany(rows);
  await tx.technology.updateMany(rows);
  await tx.ledgerLink.updateMany(rows);
  await tx.ledgerFigure.updateMany(rows);
  await tx.evidence.updateMany(rows);
  await tx.milestone.updateMany(rows);
  await tx.ipRight.updateMany(rows);
  await tx.technologyReading.updateMany(rows);
  await tx.trainedPerson.updateMany(rows);
  await tx.contractRegistration.updateMany(rows);
  await tx.meritOpinion.updateMany(rows);
  await tx.incentiveClaim.updateMany(rows);
  await tx.changeRequest.updateMany(rows);
  await tx.periodicReport.updateMany(rows);
  await tx.midTermCheck.updateMany(rows);
  await tx.tranche.updateMany(rows);
  await tx.payment.updateMany(rows);
  await tx.refund.updateMany(rows);
  await tx.acceptance.updateMany(rows);
  await tx.evaluation.updateMany(rows);
  await tx.evaluationLine.updateMany(rows);
  await tx.consequence.updateMany(rows);
  await tx.surveyInvitation.updateMany(rows);
  await tx.outcome.updateMany(rows);
  await tx.warning.updateMany(rows);
  await tx.duty.updateMany(rows);
  await tx.reminder.updateMany(rows);
  await tx.fileLink.updateMany(rows);
  await rejoinYearlyForms(tx, { id: projectId, unitId: unit.id, districtId: unit.districtId });
}
